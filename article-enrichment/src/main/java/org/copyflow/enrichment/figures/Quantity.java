package org.copyflow.enrichment.figures;

import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.units.Unit;
import org.jspecify.annotations.Nullable;

/// A number with its unit.
///
/// @param numeral the number
/// @param unit its unit; absent for counts and bare numbers
/// @param noun what is counted, where there is no unit
/// @param plural whether the noun is in the plural
/// @param age whether it says how old somebody is
/// @param first its first piece, marks of currency and sign with it
/// @param end the piece after its last; the counted noun is left out
record Quantity(
        Numeral numeral, @Nullable Unit unit, @Nullable String noun, boolean plural, boolean age, int first, int end) {

    Quantity withUnit(@Nullable Unit other, int newEnd) {
        return new Quantity(numeral, other, noun, plural, age, first, newEnd);
    }

    Quantity withNumeral(Numeral other) {
        return new Quantity(other, unit, noun, plural, age, first, end);
    }

    /// Does a unit, or a noun in the plural, follow the number?
    boolean counts() {
        return unit != null || plural;
    }

    boolean isMoney() {
        return unit != null && unit.isMoney();
    }
}

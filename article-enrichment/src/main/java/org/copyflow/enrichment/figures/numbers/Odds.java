package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads odds: "one in five", "1 in 1,000", "nine out of ten", "two out of every three". Immutable.
///
/// "In" takes one only ("two in three attacks" are two figures), "out of" small numbers or words ("20 out of 41
/// seats").
final class Odds {

    private final EnglishNumbers numbers;

    Odds(EnglishNumbers numbers) {
        this.numbers = numbers;
    }

    /// The odds that begin with this number.
    @Nullable
    Numeral from(Pieces pieces, Numeral first, int limit) {
        int at = first.end();
        BigDecimal chances = first.value();
        if (at + 1 >= limit || chances == null || chances.scale() > 0 || chances.signum() <= 0) {
            return null;
        }
        boolean outOf = pieces.is(at, "out") && pieces.is(at + 1, "of");
        if (!outOf && !(pieces.is(at, "in") && first.isOne())) {
            return null;
        }
        int next = at + (outOf ? 2 : 1);
        next += next < limit && pieces.is(next, "every") ? 1 : 0;
        boolean begins = next < limit && numbers.mayBegin(pieces, next) && !pieces.is(next, "a");
        Numeral all = begins ? numbers.cardinal(pieces, next, limit) : null;
        if (all == null
                || all.value() == null
                || all.value().scale() > 0
                || all.value().compareTo(chances) <= 0) {
            return null;
        }
        boolean small = all.value().compareTo(BigDecimal.TEN) <= 0;
        boolean words = first.form() == Form.WORDS && all.form() == Form.WORDS;
        boolean year = all.isPlainInteger() && pieces.length(next) == 4;
        return (outOf ? small || words : !year)
                ? Numeral.of(
                        first.first(),
                        all.end(),
                        chances.divide(all.value(), MathContext.DECIMAL64),
                        BigDecimal.ONE,
                        Form.FRACTION)
                : null;
    }
}

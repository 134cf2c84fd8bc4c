package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number as written.
///
/// @param first its first piece
/// @param end the piece after its last
/// @param value its value; absent where only an order of magnitude is stated
/// @param low of an order of magnitude ("dozens"), its lower end
/// @param high of an order of magnitude, its upper end
/// @param scale what its scale words multiply by, 1 where there is none
/// @param form how it is written
public record Numeral(
        int first,
        int end,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        BigDecimal scale,
        Form form) {

    /// How a number is written.
    public enum Form {
        DIGITS,
        WORDS,
        /// "one-fifth", "half", "1/16"
        FRACTION,
        /// "dozens", "tens of thousands"
        VAGUE,
        /// "14th", "fourth"
        ORDINAL
    }

    public static Numeral of(int first, int end, BigDecimal value, BigDecimal scale, Form form) {
        return new Numeral(first, end, value, null, null, scale, form);
    }

    /// The same number, times something, ending elsewhere.
    public Numeral times(BigDecimal factor, int newEnd) {
        return new Numeral(
                first,
                newEnd,
                value == null ? null : value.multiply(factor),
                low == null ? null : low.multiply(factor),
                high == null ? null : high.multiply(factor),
                scale.multiply(factor),
                form);
    }

    /// The same number with a minus before it.
    public Numeral negated(int newFirst) {
        return new Numeral(newFirst, end, value == null ? null : value.negate(), low, high, scale, form);
    }

    public boolean isOne() {
        return value != null && value.compareTo(BigDecimal.ONE) == 0;
    }

    /// Is it a whole number in digits without separators, as years and model numbers are?
    public boolean isPlainInteger() {
        return form == Form.DIGITS && value != null && value.scale() <= 0 && scale.compareTo(BigDecimal.ONE) == 0;
    }
}

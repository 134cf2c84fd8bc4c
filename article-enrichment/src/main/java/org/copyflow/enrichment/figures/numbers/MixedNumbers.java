package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrichment.figures.numbers.NumberWord.Role;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads whole numbers with a fraction after "and": "two and a half million", "a million and a half", "one hundred and
/// three quarters". The fraction is of the scale word before it, from a thousand on, unless it has its own. Immutable.
final class MixedNumbers {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final EnglishNumbers numbers;
    private final EnglishFractions fractions;

    MixedNumbers(EnglishNumbers numbers, EnglishFractions fractions) {
        this.numbers = numbers;
        this.fractions = fractions;
    }

    /// The mixed number that begins with this whole number.
    ///
    /// @param read the whole number as far as it goes; it may have taken the numerator for its last digits
    @Nullable
    Numeral from(Pieces pieces, Numeral read, int limit) {
        Numeral sum = withNumerator(pieces, read, limit);
        if (sum != null) {
            return sum;
        }
        if (read.end() + 1 >= limit || !pieces.is(read.end(), "and")) {
            return null;
        }
        Numeral part = part(pieces, read.end() + 1, limit);
        return part == null ? null : sum(pieces, read, part, limit);
    }

    /// "one hundred and three quarters": the last digits are the fraction's.
    private @Nullable Numeral withNumerator(Pieces pieces, Numeral read, int limit) {
        for (int and = read.end() - 1; and > read.first(); and--) {
            if (pieces.is(and, "and")) {
                Numeral whole = numbers.cardinal(pieces, read.first(), and);
                Numeral part = fractions.spelled(pieces, and + 1, limit);
                boolean further = part != null && part.end() > read.end();
                return whole == null || part == null || !further ? null : sum(pieces, whole, part, limit);
            }
        }
        return null;
    }

    private @Nullable Numeral part(Pieces pieces, int piece, int limit) {
        if (pieces.is(piece, "a")) {
            return single(pieces, piece, limit);
        }
        Numeral part = fractions.mayBegin(pieces, piece) ? fractions.read(pieces, piece, limit) : null;
        boolean own = part != null && part.value() != null && part.value().compareTo(BigDecimal.ONE) < 0;
        return own && part != null && !isShare(pieces, part.end(), limit) ? part : null;
    }

    /// "a half", "a third": before a plural, a scale word or the end of the phrase.
    private @Nullable Numeral single(Pieces pieces, int piece, int limit) {
        NumberWord word = numbers.word(pieces, piece + 1, limit);
        int next = piece + 2;
        if (word == null
                || word.role() != Role.PART
                || EnglishFractions.isPlural(pieces, piece + 1)
                || isShare(pieces, next, limit)) {
            return null;
        }
        boolean followed = next >= limit
                || !pieces.isWord(next)
                || EnglishFractions.isPlural(pieces, next)
                || numbers.scale(pieces, next, limit) != null;
        return followed || pieces.is(piece + 1, "half")
                ? Numeral.of(piece, next, BigDecimal.ONE.divide(word.value(), PRECISION), BigDecimal.ONE, Form.FRACTION)
                : null;
    }

    private @Nullable Numeral sum(Pieces pieces, Numeral whole, Numeral part, int limit) {
        BigDecimal above = whole.value();
        BigDecimal below = part.value();
        if (above == null || below == null || below.compareTo(BigDecimal.ONE) >= 0 || above.signum() == 0) {
            return null;
        }
        BigDecimal scale = numbers.scale(pieces, part.end(), limit);
        int end = part.end() + (scale == null ? 0 : 1);
        boolean scaled = whole.scale().compareTo(THOUSAND) >= 0;
        if (scale != null && !scaled) {
            return Numeral.of(whole.first(), end, above.add(below).multiply(scale), scale, Form.WORDS);
        }
        BigDecimal factor = scale != null ? scale : scaled ? whole.scale() : BigDecimal.ONE;
        BigDecimal value = above.add(below.multiply(factor, PRECISION));
        return Numeral.of(whole.first(), end, value, whole.scale(), Form.WORDS);
    }

    private static boolean isShare(Pieces pieces, int piece, int limit) {
        return piece < limit && pieces.is(piece, "of");
    }
}

package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.numbers.NumberWord.Role;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads what a spelled fraction divides by: "fifths", "twenty-firsts", "one hundred and fifth". Immutable.
final class Denominators {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EnglishNumbers numbers;

    Denominators(EnglishNumbers numbers) {
        this.numbers = numbers;
    }

    /// A denominator that was read.
    ///
    /// @param value what it divides by
    /// @param end the piece after its last
    /// @param plural whether more than one of its parts is meant
    record Denominator(BigDecimal value, int end, boolean plural) {}

    /// The denominator that begins at a piece.
    @Nullable
    Denominator at(Pieces pieces, int piece, int limit) {
        NumberWord word = numbers.word(pieces, piece, limit);
        if (word == null) {
            return null;
        }
        if (word.role() == Role.PART) {
            return new Denominator(word.value(), piece + 1, EnglishFractions.isPlural(pieces, piece));
        }
        if (word.role() == Role.TEN) {
            return afterTen(pieces, piece, word.value(), limit);
        }
        NumberWord scale = word.role() == Role.UNIT ? numbers.word(pieces, piece + 1, limit) : null;
        boolean hundreds = scale != null && scale.value().compareTo(HUNDRED) == 0 && scale.role() == Role.SCALE;
        if (!hundreds) {
            return null;
        }
        int next = piece + 2 + (piece + 2 < limit && pieces.is(piece + 2, "and") ? 1 : 0);
        Denominator rest = at(pieces, next, limit);
        return rest == null || rest.value().compareTo(HUNDRED) >= 0
                ? null
                : new Denominator(word.value().multiply(HUNDRED).add(rest.value()), rest.end(), rest.plural());
    }

    /// The number above a denominator: "one hundred" in "one hundred thirty fifths".
    @Nullable
    Numeral numerator(Pieces pieces, int piece, int limit) {
        Numeral above = numbers.cardinal(pieces, piece, limit);
        int last = above == null ? piece : above.end() - 1;
        NumberWord ten = last > piece ? numbers.word(pieces, last, limit) : null;
        boolean shared = ten != null
                && ten.role() == Role.TEN
                && !pieces.is(last - 1, "and")
                && afterTen(pieces, last, ten.value(), limit) != null;
        return shared ? numbers.cardinal(pieces, piece, last) : above;
    }

    /// "twenty-firsts", "thirty fifths"
    private @Nullable Denominator afterTen(Pieces pieces, int piece, BigDecimal ten, int limit) {
        int next = pieces.skipHyphen(piece + 1, limit);
        if (next < limit && pieces.is(next, "firsts")) {
            return new Denominator(ten.add(BigDecimal.ONE), next + 1, true);
        }
        NumberWord part = numbers.word(pieces, next, limit);
        boolean small = part != null && part.role() == Role.PART && part.value().compareTo(BigDecimal.TEN) < 0;
        return part == null || !small || part.value().intValue() == 2
                ? null
                : new Denominator(ten.add(part.value()), next + 1, EnglishFractions.isPlural(pieces, next));
    }
}

package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.numbers.NumberWord.Role;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.jspecify.annotations.Nullable;

/// Reads numbers in English: digits, words, both ("1.13 million", "4 thousand 3 hundred"), fractions ("two-thirds",
/// "7 3/4", "half a million") and orders of magnitude ("dozens", "tens of thousands"). Immutable, thread-safe.
public final class EnglishNumbers {

    private final PhraseTable<NumberWord> words = NumberWord.english();
    private final EnglishFractions fractions = new EnglishFractions(this);
    private final MixedNumbers mixed = new MixedNumbers(this, fractions);
    private final Odds odds = new Odds(this);

    /// May a number begin here? Cheap: most pieces are turned away.
    public boolean mayBegin(Pieces pieces, int piece) {
        return pieces.isNumber(piece)
                || (pieces.isWord(piece) && pieces.length(piece) > 2 && pieces.of(words, piece) != null)
                || EnglishFractions.vulgar(pieces, piece) != null
                || (pieces.is(piece, "a") || pieces.is(piece, "an"));
    }

    /// The number that begins at a piece, as far as it goes.
    public @Nullable Numeral read(Pieces pieces, int piece, int limit) {
        Numeral vague = vague(pieces, piece, limit);
        if (vague != null) {
            return vague;
        }
        Numeral whole = cardinal(pieces, piece, limit);
        Numeral sum = whole == null ? null : mixed.from(pieces, whole, limit);
        if (sum != null) {
            return sum;
        }
        Numeral fraction = fractions.read(pieces, piece, limit);
        return fraction != null ? fraction : whole;
    }

    /// The odds that begin with this number: "one in five".
    public @Nullable Numeral odds(Pieces pieces, Numeral first, int limit) {
        return odds.from(pieces, first, limit);
    }

    /// The ordinal that begins at a piece: "14th", "fourth", "twenty-first".
    public @Nullable Numeral ordinal(Pieces pieces, int piece, int limit) {
        if (pieces.isNumber(piece)) {
            BigDecimal value = Digits.value(pieces.text(), pieces.start(piece), pieces.end(piece));
            int next = piece + 1;
            boolean ending = next < limit
                    && pieces.isGlued(next)
                    && (pieces.is(next, "th")
                            || pieces.is(next, "st")
                            || pieces.is(next, "nd")
                            || pieces.is(next, "rd"));
            return ending && value != null ? Numeral.of(piece, next + 1, value, BigDecimal.ONE, Form.ORDINAL) : null;
        }
        NumberWord word = word(pieces, piece, limit);
        if (word == null) {
            return null;
        }
        if (word.role() == Role.TEN) {
            int next = pieces.skipHyphen(piece + 1, limit);
            NumberWord after = next > piece + 1 ? word(pieces, next, limit) : null;
            return after != null && isOrdinal(pieces, next, after)
                    ? Numeral.of(piece, next + 1, word.value().add(after.value()), BigDecimal.ONE, Form.ORDINAL)
                    : null;
        }
        return isOrdinal(pieces, piece, word)
                ? Numeral.of(piece, piece + 1, word.value(), BigDecimal.ONE, Form.ORDINAL)
                : null;
    }

    /// Parts in the singular are ordinals too, but for halves and quarters.
    private static boolean isOrdinal(Pieces pieces, int piece, NumberWord word) {
        boolean part = word.role() == Role.PART
                && pieces.text().charAt(pieces.end(piece) - 1) != 's'
                && !pieces.is(piece, "half")
                && !pieces.is(piece, "quarter");
        return part || word.role() == Role.ORDINAL;
    }

    /// The scale word at a piece, as in "75 USD million".
    public @Nullable BigDecimal scale(Pieces pieces, int piece, int limit) {
        NumberWord word = word(pieces, piece, limit);
        return word != null && word.role() == Role.SCALE && pieces.length(piece) > 3 ? word.value() : null;
    }

    @Nullable
    NumberWord word(Pieces pieces, int piece, int limit) {
        return piece < limit && pieces.isWord(piece) ? pieces.of(words, piece) : null;
    }

    /// A whole number or decimal, without fractions.
    @Nullable
    Numeral cardinal(Pieces pieces, int piece, int limit) {
        return new EnglishCardinal(this, pieces, piece, limit).read();
    }

    private @Nullable Numeral vague(Pieces pieces, int piece, int limit) {
        NumberWord word = word(pieces, piece, limit);
        if (word == null || word.role() != Role.VAGUE) {
            return null;
        }
        BigDecimal low = word.value();
        int end = piece + 1;
        while (end + 1 < limit && pieces.is(end, "of")) {
            NumberWord next = word(pieces, end + 1, limit);
            if (next == null || next.role() != Role.VAGUE) {
                break;
            }
            low = low.multiply(next.value());
            end += 2;
        }
        return new Numeral(piece, end, null, low, low.multiply(BigDecimal.TEN), BigDecimal.ONE, Form.VAGUE);
    }
}

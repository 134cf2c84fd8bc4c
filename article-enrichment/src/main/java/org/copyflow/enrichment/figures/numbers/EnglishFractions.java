package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrichment.figures.numbers.NumberWord.Role;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads fractions: "one-fifth", "a third of", "half a million", "three quarters", "1/16", "7 3/4", "½", "2½".
/// Immutable.
final class EnglishFractions {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final String VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static final int[] NUMERATORS = {1, 1, 2, 1, 3, 1, 2, 3, 4, 1, 5, 1, 3, 5, 7};
    private static final int[] DENOMINATORS = {2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 8, 8, 8, 8};

    private final EnglishNumbers numbers;
    private final Denominators denominators;

    EnglishFractions(EnglishNumbers numbers) {
        this.numbers = numbers;
        denominators = new Denominators(numbers);
    }

    /// The value of a single character such as `½`.
    static @Nullable BigDecimal vulgar(Pieces pieces, int piece) {
        char c = pieces.firstChar(piece);
        int index = c < 128 ? -1 : VULGAR.indexOf(c);
        return index < 0
                ? null
                : divide(BigDecimal.valueOf(NUMERATORS[index]), BigDecimal.valueOf(DENOMINATORS[index]));
    }

    /// May a fraction begin here, but for those with an article?
    boolean mayBegin(Pieces pieces, int piece) {
        return numbers.mayBegin(pieces, piece) && !pieces.is(piece, "a") && !pieces.is(piece, "an");
    }

    @Nullable
    Numeral read(Pieces pieces, int piece, int limit) {
        BigDecimal vulgar = vulgar(pieces, piece);
        if (vulgar != null) {
            return fraction(piece, piece + 1, vulgar);
        }
        if (pieces.isNumber(piece)) {
            Numeral slashed = slashed(pieces, piece, limit);
            return slashed != null || !pieces.is(piece, "1") ? slashed : over(pieces, piece, limit);
        }
        NumberWord word = numbers.word(pieces, piece, limit);
        if (word == null) {
            return null;
        }
        if (word.role() == Role.PART) {
            return pieces.is(piece, "half") || pieces.is(piece, "quarter") ? bare(pieces, piece, word, limit) : null;
        }
        if (word.role() == Role.ARTICLE) {
            return withArticle(pieces, piece, limit);
        }
        return word.role() == Role.UNIT || word.role() == Role.TEN ? spelled(pieces, piece, limit) : null;
    }

    /// "half of", "half a million", "quarter million": only where what follows shows that it is a number.
    private @Nullable Numeral bare(Pieces pieces, int piece, NumberWord part, int limit) {
        int next = piece + 1;
        BigDecimal value = divide(BigDecimal.ONE, part.value());
        boolean half = pieces.is(piece, "half");
        if (next >= limit) {
            return half ? fraction(piece, next, value) : null;
        }
        boolean of = pieces.is(next, "of") && next + 1 < limit && pieces.is(next + 1, "a");
        int scaleAt = of ? next + 2 : pieces.is(next, "a") ? next + 1 : next;
        NumberWord scale = numbers.word(pieces, scaleAt, limit);
        if (scale != null && scale.role() == Role.SCALE) {
            return new Numeral(
                    piece, scaleAt + 1, value.multiply(scale.value()), null, null, scale.value(), Form.WORDS);
        }
        boolean after = piece > 0 && (pieces.is(piece - 1, "a") || pieces.is(piece - 1, "one"));
        return half || (after && pieces.is(next, "of")) ? fraction(piece, next, value) : null;
    }

    /// "a third of", "a half": a single part after an article, where it is not an ordinal.
    private @Nullable Numeral withArticle(Pieces pieces, int piece, int limit) {
        NumberWord part = numbers.word(pieces, piece + 1, limit);
        if (part == null || part.role() != Role.PART || isPlural(pieces, piece + 1)) {
            return null;
        }
        int next = piece + 2;
        boolean closed = next >= limit || pieces.is(next, "of") || !(pieces.isWord(next) || pieces.isHyphen(next));
        if (pieces.is(piece + 1, "half") || pieces.is(piece + 1, "quarter")) {
            Numeral bare = bare(pieces, piece + 1, part, limit);
            boolean scaled = bare != null && bare.form() == Form.WORDS;
            return bare != null && (closed || scaled || pieces.is(piece + 1, "half")) ? startingAt(bare, piece) : null;
        }
        return closed ? fraction(piece, next, divide(BigDecimal.ONE, part.value())) : null;
    }

    /// "two thirds", "one-fifth", "two thirds of a million", "three twenty-firsts", "one over twelve"
    @Nullable
    Numeral spelled(Pieces pieces, int piece, int limit) {
        Numeral above = denominators.numerator(pieces, piece, limit);
        if (above == null || above.value() == null) {
            return null;
        }
        Numeral over = over(pieces, above, limit);
        if (over != null) {
            return over;
        }
        int place = afterHyphen(pieces, above.end(), limit);
        Denominators.Denominator part = denominators.at(pieces, place, limit);
        if (part == null || part.plural() == above.isOne()) {
            return null;
        }
        boolean second =
                pieces.is(place, "quarter") && !pieces.is(place - 1, "-") && !followsShare(pieces, place + 1, limit);
        return second && above.isOne() && place == above.end()
                ? null
                : of(pieces, piece, part.end(), limit, divide(above.value(), part.value()));
    }

    private @Nullable Numeral over(Pieces pieces, int piece, int limit) {
        return over(pieces, Numeral.of(piece, piece + 1, BigDecimal.ONE, BigDecimal.ONE, Form.DIGITS), limit);
    }

    /// "one over twelve"; "120 over 80" is a blood pressure, so nothing else than one stands over.
    private @Nullable Numeral over(Pieces pieces, Numeral above, int limit) {
        int place = above.end();
        if (!above.isOne() || place + 1 >= limit || !pieces.is(place, "over")) {
            return null;
        }
        Numeral below = numbers.mayBegin(pieces, place + 1) ? numbers.cardinal(pieces, place + 1, limit) : null;
        return below == null || below.value() == null || below.value().signum() <= 0
                ? null
                : fraction(above.first(), below.end(), divide(BigDecimal.ONE, below.value()));
    }

    /// The piece after a hyphen, or after one with spaces around before the name of a part: "five - eighths".
    private int afterHyphen(Pieces pieces, int piece, int limit) {
        int place = pieces.skipHyphen(piece, limit);
        boolean spaced = place == piece && piece + 1 < limit && pieces.isHyphen(piece) && !pieces.isGlued(piece);
        return spaced && denominators.at(pieces, piece + 1, limit) != null ? piece + 1 : place;
    }

    private Numeral of(Pieces pieces, int piece, int end, int limit, BigDecimal value) {
        if (end + 2 < limit && pieces.is(end, "of") && pieces.is(end + 1, "a")) {
            NumberWord scale = numbers.word(pieces, end + 2, limit);
            if (scale != null && scale.role() == Role.SCALE) {
                return Numeral.of(piece, end + 3, value.multiply(scale.value(), PRECISION), scale.value(), Form.WORDS);
            }
        }
        return fraction(piece, end, value);
    }

    /// "1/16", "1⁄32", "7 3/4", "2½"
    private static @Nullable Numeral slashed(Pieces pieces, int piece, int limit) {
        BigDecimal whole = Digits.value(pieces.text(), pieces.start(piece), pieces.end(piece));
        if (whole == null) {
            return null;
        }
        int next = piece + 1;
        if (next < limit && vulgar(pieces, next) != null) {
            BigDecimal part = vulgar(pieces, next);
            return part == null ? null : fraction(piece, next + 1, whole.add(part));
        }
        BigDecimal own = ratio(pieces, piece, limit);
        if (own != null) {
            return fraction(piece, piece + 3, own);
        }
        int mixedAt = pieces.skipHyphen(next, limit);
        BigDecimal mixed = mixedAt < limit && pieces.isNumber(mixedAt) ? ratio(pieces, mixedAt, limit) : null;
        return mixed != null && mixed.compareTo(BigDecimal.ONE) < 0
                ? fraction(piece, mixedAt + 3, whole.add(mixed))
                : null;
    }

    private static @Nullable BigDecimal ratio(Pieces pieces, int piece, int limit) {
        if (piece + 2 >= limit || !(pieces.isMark(piece + 1, '/') || pieces.isMark(piece + 1, '⁄'))) {
            return null;
        }
        boolean glued = pieces.isGlued(piece + 1) && pieces.isGlued(piece + 2) && pieces.isNumber(piece + 2);
        boolean chained = piece + 3 < limit && pieces.isMark(piece + 3, '/') && pieces.isGlued(piece + 3);
        if (!glued || chained || pieces.length(piece) > 3 || pieces.length(piece + 2) > 4) {
            return null;
        }
        BigDecimal above = Digits.value(pieces.text(), pieces.start(piece), pieces.end(piece));
        BigDecimal below = Digits.value(pieces.text(), pieces.start(piece + 2), pieces.end(piece + 2));
        return above == null || below == null || below.signum() == 0 ? null : divide(above, below);
    }

    private static boolean followsShare(Pieces pieces, int piece, int limit) {
        return piece < limit && pieces.is(piece, "of");
    }

    static boolean isPlural(Pieces pieces, int piece) {
        char last = pieces.text().charAt(pieces.end(piece) - 1);
        return last == 's' || last == 'S';
    }

    private static Numeral startingAt(Numeral numeral, int first) {
        return new Numeral(
                first, numeral.end(), numeral.value(), numeral.low(), numeral.high(), numeral.scale(), numeral.form());
    }

    private static Numeral fraction(int first, int end, BigDecimal value) {
        return Numeral.of(first, end, value, BigDecimal.ONE, Form.FRACTION);
    }

    private static BigDecimal divide(BigDecimal above, BigDecimal below) {
        return above.divide(below, PRECISION);
    }
}

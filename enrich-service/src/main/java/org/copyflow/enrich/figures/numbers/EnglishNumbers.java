package org.copyflow.enrich.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrich.figures.numbers.NumberWord.Role;
import org.copyflow.enrich.figures.numbers.Numeral.Form;
import org.copyflow.enrich.figures.pieces.Pieces;
import org.copyflow.enrich.lexicon.PhraseTable;
import org.jspecify.annotations.Nullable;

/// Reads numbers in English: digits, words, both ("1.13 million", "4 thousand 3 hundred"), fractions ("two-thirds",
/// "7 3/4", "half a million") and orders of magnitude ("dozens", "tens of thousands"). Immutable, thread-safe.
public final class EnglishNumbers {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final PhraseTable<NumberWord> words = NumberWord.english();
    private final EnglishFractions fractions = new EnglishFractions(this);

    /// May a number begin here? Cheap: most pieces are turned away.
    public boolean mayBegin(Pieces pieces, int piece) {
        return pieces.isNumber(piece)
                || (pieces.isWord(piece) && pieces.length(piece) > 2 && pieces.of(words, piece) != null)
                || EnglishFractions.vulgar(pieces, piece) != null
                || (pieces.is(piece, "a") || pieces.is(piece, "an"));
    }

    /// The number that begins at a piece, as far as it goes.
    public @Nullable Numeral read(Pieces pieces, int piece, int limit) {
        Numeral fraction = fractions.read(pieces, piece, limit);
        if (fraction != null) {
            return fraction;
        }
        Numeral vague = vague(pieces, piece, limit);
        return vague != null ? vague : cardinal(pieces, piece, limit);
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
        return new Cardinal(pieces, piece, limit).read();
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

    /// Accumulates one number word by word. `group` is what stands before the next scale word.
    private final class Cardinal {
        private final Pieces pieces;
        private final int first;
        private final int limit;
        private BigDecimal total = BigDecimal.ZERO;
        private @Nullable BigDecimal group;
        private BigDecimal lastScale = BigDecimal.ONE;
        private @Nullable BigDecimal smallestScale;
        private boolean digits;
        private boolean openTen;
        private boolean afterHundred;
        private int at;

        Cardinal(Pieces pieces, int first, int limit) {
            this.pieces = pieces;
            this.first = first;
            this.limit = limit;
            at = first;
        }

        @Nullable
        Numeral read() {
            if (!start()) {
                return null;
            }
            while (at < limit && step(pieces.skipHyphen(at, limit))) {
                // each step moves on
            }
            decimals();
            BigDecimal value = group == null ? total : total.add(group);
            Numeral numeral = Numeral.of(first, at, value, lastScale, digits ? Form.DIGITS : Form.WORDS);
            return andAHalf(numeral);
        }

        private boolean start() {
            if (pieces.isNumber(at)) {
                BigDecimal value = Digits.value(pieces.text(), pieces.start(at), pieces.end(at));
                if (value == null) {
                    return false;
                }
                group = value;
                digits = true;
                at++;
                groupsBySpaces();
                Powers.Raised raised = group == null ? null : Powers.after(pieces, group, at, limit);
                if (raised != null) {
                    group = raised.value();
                    at = raised.end();
                }
                return true;
            }
            NumberWord word = word(pieces, at, limit);
            if (word == null) {
                return false;
            }
            return switch (word.role()) {
                case UNIT, TEN -> take(word, at);
                case SCALE -> pieces.length(at) > 3 && take(word, at);
                case ARTICLE -> {
                    NumberWord next = word(pieces, at + 1, limit);
                    boolean scaled = next != null && next.role() == Role.SCALE && pieces.length(at + 1) > 3;
                    at++;
                    yield scaled && next != null && take(next, at);
                }
                case SHORT, VAGUE, PART, ORDINAL -> false;
            };
        }

        private boolean step(int place) {
            int next = place;
            if (openTen && next + 1 < limit && pieces.isMark(next, '-')) {
                next++;
            }
            if (pieces.isNumber(next)) {
                return digits && lastScale.compareTo(BigDecimal.ONE) > 0 && group == null && digitsAfterScale(next);
            }
            NumberWord word = word(pieces, next, limit);
            if (word == null) {
                boolean and = pieces.is(next, "and") && (afterHundred || (group == null && !digits));
                NumberWord after = and ? word(pieces, next + 1, limit) : null;
                return after != null
                        && (after.role() == Role.UNIT || after.role() == Role.TEN)
                        && take(after, next + 1);
            }
            return take(word, next);
        }

        private boolean digitsAfterScale(int next) {
            BigDecimal value = Digits.value(pieces.text(), pieces.start(next), pieces.end(next));
            NumberWord scale = word(pieces, next + 1, limit);
            if (value == null
                    || scale == null
                    || scale.role() != Role.SCALE
                    || scale.value().compareTo(lastScale) >= 0) {
                return false;
            }
            group = value;
            at = next + 1;
            return true;
        }

        private boolean take(NumberWord word, int place) {
            boolean taken = switch (word.role()) {
                case UNIT -> unit(word.value());
                case TEN -> ten(word.value());
                case SCALE -> scale(word.value(), place);
                case SHORT -> digits && pieces.isGlued(place) && scale(word.value(), place);
                case VAGUE -> word.value().intValue() == 12 && group != null && scale(word.value(), place);
                case PART, ORDINAL, ARTICLE -> false;
            };
            if (taken) {
                at = place + 1;
            }
            return taken;
        }

        private boolean unit(BigDecimal value) {
            if (digits && group != null) {
                return false;
            }
            boolean small = value.compareTo(BigDecimal.TEN) < 0;
            if (group == null || (openTen && small && value.signum() > 0) || afterHundred) {
                group = group == null ? value : group.add(value);
                openTen = false;
                afterHundred = false;
                return true;
            }
            return false;
        }

        private boolean ten(BigDecimal value) {
            if (group != null && !afterHundred) {
                return false;
            }
            group = group == null ? value : group.add(value);
            openTen = true;
            afterHundred = false;
            return true;
        }

        private boolean scale(BigDecimal value, int place) {
            if (value.compareTo(HUNDRED) == 0 && group != null && !digits) {
                if (afterHundred || group.compareTo(HUNDRED) >= 0) {
                    return false;
                }
                group = group.multiply(value);
                afterHundred = true;
                openTen = false;
                return true;
            }
            if (group == null && total.signum() != 0) {
                boolean times = lastScale.compareTo(value) < 0 || value.compareTo(BigDecimal.valueOf(1000)) >= 0;
                if (!times || pieces.is(place, "dozen")) {
                    return false;
                }
                total = total.multiply(value);
                lastScale = lastScale.multiply(value);
                return true;
            }
            if (smallestScale != null && value.compareTo(smallestScale) >= 0) {
                return false;
            }
            BigDecimal counted = group == null ? BigDecimal.ONE : group;
            total = total.add(counted.multiply(value));
            group = null;
            lastScale = value;
            smallestScale = value;
            afterHundred = value.compareTo(HUNDRED) == 0;
            openTen = false;
            return true;
        }

        /// "1 414 021 100": groups of three digits after spaces, where the first has at most three.
        private void groupsBySpaces() {
            if (pieces.length(first) > 3 || !isDigitsOnly(first)) {
                return;
            }
            if (at + 1 < limit && pieces.isMark(at, ',') && pieces.isGlued(at) && pieces.is(at + 1, "000")) {
                group = group == null ? null : group.movePointRight(3);
                at += 2;
                return;
            }
            int end = at;
            while (end < limit
                    && pieces.isNumber(end)
                    && pieces.length(end) == 3
                    && isDigitsOnly(end)
                    && pieces.start(end) == pieces.end(end - 1) + 1) {
                end++;
            }
            boolean followedByDigits = end < limit && pieces.isNumber(end) && !pieces.isGlued(end);
            if (end > at && !followedByDigits) {
                var all = new StringBuilder();
                for (int p = first; p < end; p++) {
                    all.append(pieces.text(p));
                }
                BigDecimal value = Digits.value(all, 0, all.length());
                if (value != null) {
                    group = value;
                    at = end;
                }
            }
        }

        /// "nine point nought four"
        private void decimals() {
            if (digits || at >= limit || !pieces.is(at, "point")) {
                return;
            }
            var read = new StringBuilder("0.");
            int p = at + 1;
            for (NumberWord word = word(pieces, p, limit);
                    word != null && word.role() == Role.UNIT && word.value().compareTo(BigDecimal.TEN) < 0;
                    word = word(pieces, p, limit)) {
                read.append(word.value());
                p++;
            }
            if (p > at + 1) {
                group = (group == null ? BigDecimal.ZERO : group).add(new BigDecimal(read.toString()));
                at = p;
            }
        }

        /// "3 million and a half", "two and a half"
        private Numeral andAHalf(Numeral numeral) {
            boolean half =
                    at + 2 < limit && pieces.is(at, "and") && pieces.is(at + 1, "a") && pieces.is(at + 2, "half");
            if (!half || numeral.value() == null) {
                return numeral;
            }
            NumberWord scaled = word(pieces, at + 3, limit);
            boolean ownScale = scaled != null && scaled.role() == Role.SCALE;
            BigDecimal part = HALF.multiply(ownScale && scaled != null ? scaled.value() : lastScale, PRECISION);
            int end = at + 3 + (ownScale ? 1 : 0);
            return Numeral.of(first, end, numeral.value().add(part), lastScale, Form.WORDS);
        }

        private boolean isDigitsOnly(int piece) {
            for (int i = pieces.start(piece); i < pieces.end(piece); i++) {
                if (!Character.isDigit(pieces.text().charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}

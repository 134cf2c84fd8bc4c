package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrichment.figures.numbers.ChineseCharacters.Meaning;
import org.copyflow.enrichment.figures.numbers.ChineseCharacters.Role;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads Chinese numbers: 三百五十万, 1.3亿, 二〇二四, 一万三 (13,000), 两千点五, 二十几万. Immutable, thread-safe.
public final class ChineseNumbers {

    /// 千 before one of these is part of the unit: 千米, 千克.
    private static final String KILO_UNITS = "米克瓦卡赫帕伏焦";

    /// 兆 before one of these is part of the unit: 兆赫, 兆瓦.
    private static final String MEGA_UNITS = "赫瓦帕";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ChineseCharacters characters = new ChineseCharacters();

    /// May a number begin here? Cheap.
    public boolean mayBegin(Pieces pieces, int piece) {
        if (pieces.isNumber(piece)) {
            return true;
        }
        Meaning meaning = meaning(pieces, piece);
        return meaning != null && meaning.role() != Role.POINT && meaning.role() != Role.DOZEN;
    }

    /// The number that begins at a piece, as far as it goes.
    public @Nullable Numeral read(Pieces pieces, int piece, int limit) {
        return new Reading(pieces, piece, limit).read();
    }

    private @Nullable Meaning meaning(Pieces pieces, int piece) {
        return pieces.isIdeograph(piece) ? characters.of(pieces.firstChar(piece)) : null;
    }

    /// Accumulates one number: `total` is what large places closed, `section` what stands since, `digits` the last
    /// digits.
    private final class Reading {
        private final Pieces pieces;
        private final int first;
        private final int limit;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private @Nullable BigDecimal digits;
        private BigDecimal lastPlace = BigDecimal.ONE;
        private BigDecimal lastLarge = BigDecimal.ONE;
        private boolean zeroBefore;
        private boolean arabic;
        private boolean some;
        private boolean places;
        private @Nullable BigDecimal fewer;
        private BigDecimal more = BigDecimal.ONE;
        private int at;

        Reading(Pieces pieces, int first, int limit) {
            this.pieces = pieces;
            this.first = first;
            this.limit = limit;
            at = first;
        }

        @Nullable
        Numeral read() {
            while (at < limit && step()) {
                at++;
            }
            if (at == first || (digits == null && section.signum() == 0 && total.signum() == 0)) {
                return null;
            }
            if (isLoneWord()) {
                return null;
            }
            closeDigits();
            BigDecimal value = total.add(section);
            if (fewer != null && more.signum() > 0) {
                BigDecimal low = value.multiply(fewer).divide(more, MathContext.DECIMAL64);
                return new Numeral(first, at, null, low, value, BigDecimal.ONE, Form.VAGUE);
            }
            if (some) {
                return new Numeral(first, at, value, null, null, BigDecimal.ONE, Form.VAGUE);
            }
            return Numeral.of(first, at, value, lastLarge, arabic && !places ? Form.DIGITS : Form.WORDS);
        }

        /// A place, or a digit that is mostly another word, is no number alone.
        private boolean isLoneWord() {
            Meaning only = at == first + 1 ? meaning(pieces, first) : null;
            boolean lone = only != null
                    && (only.role() == Role.WEAK || only.value().intValue() >= 100 || only.role() == Role.HALF);
            boolean zero =
                    only != null && only.role() == Role.DIGIT && only.value().signum() == 0;
            return lone || zero;
        }

        private boolean step() {
            if (pieces.isNumber(at)) {
                return number();
            }
            Meaning meaning = meaning(pieces, at);
            if (meaning == null) {
                return false;
            }
            return switch (meaning.role()) {
                case DIGIT -> digit(meaning.value());
                case WEAK -> meaning.value().intValue() == 10 ? small(meaning.value()) : digit(meaning.value());
                case SMALL -> small(meaning.value());
                case LARGE -> large(meaning.value());
                case SOME -> some();
                case POINT -> point();
                case HALF -> half();
                case DOZEN -> dozen(meaning.value());
            };
        }

        private boolean number() {
            BigDecimal value = digits == null ? Digits.value(pieces.text(), pieces.start(at), pieces.end(at)) : null;
            boolean follows = at == first || (places && (zeroBefore || pieces.isGlued(at)));
            if (value == null || !follows) {
                return false;
            }
            Powers.Raised raised = Powers.after(pieces, value, at + 1, limit);
            digits = raised == null ? value : raised.value();
            at = raised == null ? at : raised.end() - 1;
            slash();
            arabic = true;
            return true;
        }

        /// "3/2"
        private void slash() {
            boolean over = at + 2 < limit
                    && pieces.isMark(at + 1, '/')
                    && pieces.isGlued(at + 1)
                    && pieces.isGlued(at + 2)
                    && pieces.isNumber(at + 2);
            BigDecimal below = over ? Digits.value(pieces.text(), pieces.start(at + 2), pieces.end(at + 2)) : null;
            if (below != null && below.signum() != 0 && digits != null) {
                digits = digits.divide(below, MathContext.DECIMAL64);
                at += 2;
            }
        }

        private char charAt(int piece) {
            return piece < limit ? pieces.firstChar(piece) : ' ';
        }

        private boolean digit(BigDecimal value) {
            boolean ounce = charAt(at) == '两' || charAt(at) == '兩';
            if (ounce && at > first && !isNumeral(at + 1)) {
                return false;
            }
            if (arabic && digits != null) {
                return false;
            }
            if (value.signum() == 0 && digits == null) {
                zeroBefore = true;
                digits = at == first ? value : null;
                return true;
            }
            if (digits != null && places) {
                return false;
            }
            digits = digits == null ? value : digits.multiply(BigDecimal.TEN).add(value);
            return true;
        }

        private boolean isNumeral(int piece) {
            return piece < limit && (pieces.isNumber(piece) || meaning(pieces, piece) != null);
        }

        private boolean small(BigDecimal place) {
            if (at > first && charAt(at) == '千' && (isOneOf(KILO_UNITS) || isBitsOrBytes())) {
                return false;
            }
            if (digits == null && at != first && section.signum() != 0 && !zeroBefore) {
                return false;
            }
            if (places && digits != null && place.compareTo(lastPlace) >= 0 && lastLarge.compareTo(lastPlace) != 0) {
                return false;
            }
            if (digits != null && !arabic && digits.compareTo(BigDecimal.TEN) >= 0) {
                BigDecimal[] two = digits.divideAndRemainder(BigDecimal.TEN);
                fewer = two[0];
                more = two[1];
                digits = more;
            }
            BigDecimal count = digits == null || (zeroBefore && digits.signum() == 0) ? BigDecimal.ONE : digits;
            section = section.add(count.multiply(place));
            close(place);
            return true;
        }

        private boolean isOneOf(String units) {
            return units.indexOf(charAt(at + 1)) >= 0;
        }

        private boolean isBitsOrBytes() {
            return (charAt(at + 1) == '比' && charAt(at + 2) == '特') || (charAt(at + 1) == '字' && charAt(at + 2) == '节');
        }

        private boolean large(BigDecimal place) {
            if (at == first || (charAt(at) == '兆' && (isOneOf(MEGA_UNITS) || isBitsOrBytes()))) {
                return false;
            }
            BigDecimal part = digits == null ? section : section.add(digits);
            if (total.signum() != 0 && (lastLarge.compareTo(place) < 0 || part.signum() == 0)) {
                total = total.add(part).multiply(place);
            } else {
                total = total.add(part.multiply(place));
            }
            section = BigDecimal.ZERO;
            lastLarge = place;
            close(place);
            return true;
        }

        private void close(BigDecimal place) {
            digits = null;
            lastPlace = place;
            zeroBefore = false;
            places = true;
        }

        /// 二十几万, 五百多: "and some", before a place or at the end.
        private boolean some() {
            if (at == first || (digits != null && !arabic)) {
                return false;
            }
            some = true;
            Meaning next = at + 1 < limit ? meaning(pieces, at + 1) : null;
            boolean largeNext = next != null && next.role() == Role.LARGE;
            if (!largeNext) {
                boolean kept = places || arabic;
                some = kept;
                return kept;
            }
            return true;
        }

        private boolean point() {
            if (at == first || (digits == null && !places) || arabic) {
                return false;
            }
            var decimals = new StringBuilder("0.");
            int p = at + 1;
            for (Meaning next = p < limit ? meaning(pieces, p) : null;
                    next != null && next.role() == Role.DIGIT;
                    next = p < limit ? meaning(pieces, p) : null) {
                decimals.append(next.value());
                p++;
            }
            if (p == at + 1) {
                return false;
            }
            closeDigits();
            digits = section.add(new BigDecimal(decimals.toString()));
            section = BigDecimal.ZERO;
            at = p - 1;
            arabic = true;
            return true;
        }

        /// 半百, 半成: half of the place or the unit after it.
        private boolean half() {
            if (at != first) {
                return false;
            }
            Meaning next = at + 1 < limit ? meaning(pieces, at + 1) : null;
            digits = HALF;
            return next != null && next.role() == Role.SMALL;
        }

        private boolean dozen(BigDecimal value) {
            BigDecimal count = digits == null ? section : section.add(digits);
            if (at == first || count.signum() == 0) {
                return false;
            }
            section = count.multiply(value);
            digits = null;
            return true;
        }

        /// The last digit after a place counts the next lower one (一万三 is 13,000), unless a zero stands between.
        private void closeDigits() {
            if (digits == null) {
                return;
            }
            boolean abbreviated = places && !zeroBefore && !arabic && digits.compareTo(BigDecimal.TEN) < 0;
            section = section.add(abbreviated ? digits.multiply(lastPlace).movePointLeft(1) : digits);
            digits = null;
        }
    }
}

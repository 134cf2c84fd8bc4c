package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.numbers.NumberWord.Role;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads one whole number or decimal in English, word by word. Not thread-safe; one a number.
///
/// `group` is what stands before the next scale word.
final class EnglishCardinal {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EnglishNumbers numbers;
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
    private boolean closed;
    private int at;

    EnglishCardinal(EnglishNumbers numbers, Pieces pieces, int first, int limit) {
        this.numbers = numbers;
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
        return Numeral.of(first, at, value, lastScale, digits ? Form.DIGITS : Form.WORDS);
    }

    private boolean start() {
        if (pieces.isNumber(at)) {
            BigDecimal value = Digits.value(pieces.text(), pieces.start(at), pieces.end(at));
            if (value == null) {
                return false;
            }
            boolean leadingDot = isLeadingDot();
            group = leadingDot ? value.movePointLeft(pieces.length(at)) : value;
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
        NumberWord word = numbers.word(pieces, at, limit);
        if (word == null) {
            return false;
        }
        return switch (word.role()) {
            case UNIT, TEN -> take(word, at);
            case SCALE -> pieces.length(at) > 3 && take(word, at);
            case ARTICLE -> {
                NumberWord next = numbers.word(pieces, at + 1, limit);
                boolean scaled = next != null && next.role() == Role.SCALE && pieces.length(at + 1) > 3;
                at++;
                yield scaled && next != null && take(next, at);
            }
            case SHORT, VAGUE, PART, ORDINAL -> false;
        };
    }

    /// `.25`
    private boolean isLeadingDot() {
        return at > 0
                && pieces.isMark(at - 1, '.')
                && pieces.isGlued(at)
                && !pieces.isGlued(at - 1)
                && isDigitsOnly(at);
    }

    private boolean step(int place) {
        if (closed) {
            return false;
        }
        int next = place;
        if (openTen && next + 1 < limit && pieces.isMark(next, '-')) {
            next++;
        }
        if (pieces.isNumber(next)) {
            return digits && lastScale.compareTo(BigDecimal.ONE) > 0 && group == null && digitsAfterScale(next);
        }
        NumberWord word = numbers.word(pieces, next, limit);
        if (word == null) {
            boolean and = pieces.is(next, "and") && (afterHundred || (group == null && !digits));
            if (and && digits && next + 1 < limit && pieces.isNumber(next + 1)) {
                return tensAfterHundred(next + 1);
            }
            NumberWord after = and ? numbers.word(pieces, next + 1, limit) : null;
            return after != null && (after.role() == Role.UNIT || after.role() == Role.TEN) && take(after, next + 1);
        }
        return take(word, next);
    }

    /// "3 hundred and 21"
    private boolean tensAfterHundred(int next) {
        BigDecimal value = Digits.value(pieces.text(), pieces.start(next), pieces.end(next));
        boolean small = value != null && value.scale() <= 0 && value.signum() > 0 && value.compareTo(HUNDRED) < 0;
        if (!small || group != null || numbers.scale(pieces, next + 1, limit) != null) {
            return false;
        }
        group = value;
        afterHundred = false;
        at = next + 1;
        return true;
    }

    private boolean digitsAfterScale(int next) {
        BigDecimal value = Digits.value(pieces.text(), pieces.start(next), pieces.end(next));
        NumberWord scale = numbers.word(pieces, next + 1, limit);
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
            case VAGUE -> {
                closed = isPluralScale(word.value()) && group != null && scale(word.value(), place);
                yield closed;
            }
            case PART, ORDINAL, ARTICLE -> false;
        };
        if (taken) {
            at = place + 1;
        }
        return taken;
    }

    /// "three dozens", "five hundreds", "two millions", but not "tens" and "scores"
    private static boolean isPluralScale(BigDecimal value) {
        return value.intValue() == 12 || value.compareTo(HUNDRED) >= 0;
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
                && (isDigitsOnly(end) ? pieces.length(end) == 3 : isLastGroup(end))
                && (end == at || isDigitsOnly(end - 1))
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

    /// "567.89"
    private boolean isLastGroup(int piece) {
        return pieces.length(piece) > 4 && pieces.text().charAt(pieces.start(piece) + 3) == '.';
    }

    /// "nine point nought four"
    private void decimals() {
        if (digits || at >= limit || !pieces.is(at, "point")) {
            return;
        }
        var read = new StringBuilder("0.");
        NumberWord ten = numbers.word(pieces, at + 1, limit);
        Numeral tens = ten != null && ten.role() == Role.TEN ? numbers.cardinal(pieces, at + 1, limit) : null;
        if (tens != null && tens.value() != null) {
            group = (group == null ? BigDecimal.ZERO : group).add(new BigDecimal("0." + tens.value()));
            at = tens.end();
            return;
        }
        int p = at + 1;
        for (NumberWord word = numbers.word(pieces, p, limit);
                word != null && word.role() == Role.UNIT && word.value().compareTo(BigDecimal.TEN) < 0;
                word = numbers.word(pieces, p, limit)) {
            read.append(word.value());
            p++;
        }
        if (p > at + 1) {
            group = (group == null ? BigDecimal.ZERO : group).add(new BigDecimal(read.toString()));
            at = p;
        }
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

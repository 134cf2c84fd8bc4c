package org.copyflow.enrichment.figures.dates;

import org.copyflow.enrichment.figures.numbers.ChineseNumbers;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads dates in Chinese: 2026年3月5日, 3月5日, 5日, 二〇二六年, 上午10时30分, 90年代, 21世纪. Immutable, thread-safe.
public final class ChineseDates {

    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2200;

    private final ChineseNumbers numbers;

    public ChineseDates(ChineseNumbers numbers) {
        this.numbers = numbers;
    }

    /// The date that begins at a piece.
    public @Nullable StatedDate read(Pieces pieces, int piece, int limit) {
        Numeral numeral = number(pieces, piece, limit);
        int value = numeral == null ? -1 : whole(numeral);
        if (numeral == null || value < 0 || numeral.end() >= limit) {
            return null;
        }
        int next = numeral.end();
        if (is(pieces, next, "年", limit)) {
            return fromYear(pieces, piece, value, next, limit);
        }
        if (is(pieces, next, "月", limit) && value >= 1 && value <= 12) {
            return fromMonth(pieces, piece, String.format("--%02d", value), next, limit);
        }
        if ((is(pieces, next, "日", limit) || is(pieces, next, "号", limit)) && value >= 1 && value <= 31) {
            return new StatedDate(piece, next + 1, String.format("---%02d", value));
        }
        if (is(pieces, next, "世", limit) && is(pieces, next + 1, "纪", limit)) {
            return new StatedDate(piece, next + 2, (value - 1) * 100 + 1 + "/" + value * 100);
        }
        return clock(pieces, piece, value, next, limit);
    }

    private @Nullable StatedDate fromYear(Pieces pieces, int piece, int value, int next, int limit) {
        if (is(pieces, next + 1, "代", limit)) {
            return new StatedDate(piece, next + 2, value >= EARLIEST_YEAR ? value + "/" + (value + 9) : null);
        }
        Numeral month = number(pieces, next + 1, limit);
        boolean monthFollows = month != null && is(pieces, month.end(), "月", limit);
        boolean year = value >= EARLIEST_YEAR && value <= LATEST_YEAR && pieces.length(piece) != 2;
        if (!year) {
            return null;
        }
        if (monthFollows && month != null && whole(month) >= 1 && whole(month) <= 12) {
            return fromMonth(pieces, piece, String.format("%d-%02d", value, whole(month)), month.end(), limit);
        }
        return new StatedDate(piece, next + 1, String.valueOf(value));
    }

    private StatedDate fromMonth(Pieces pieces, int piece, String month, int next, int limit) {
        Numeral day = number(pieces, next + 1, limit);
        boolean dayFollows = day != null
                && whole(day) >= 1
                && whole(day) <= 31
                && (is(pieces, day.end(), "日", limit) || is(pieces, day.end(), "号", limit));
        return dayFollows && day != null
                ? new StatedDate(piece, day.end() + 1, String.format("%s-%02d", month, whole(day)))
                : new StatedDate(piece, next + 1, month);
    }

    /// 10时, 10时30分, 10点30分, 10:30
    private @Nullable StatedDate clock(Pieces pieces, int piece, int hour, int next, int limit) {
        boolean colon = pieces.isMark(next, ':') || pieces.isMark(next, '\uff1a');
        boolean oclock = is(pieces, next, "时", limit) || is(pieces, next, "点", limit);
        if (hour > 24 || !(oclock || (colon && pieces.isGlued(next) && next + 1 < limit && pieces.isGlued(next + 1)))) {
            return null;
        }
        Numeral minute = number(pieces, next + 1, limit);
        boolean stated = minute != null && whole(minute) >= 0 && whole(minute) < 60;
        if (stated && minute != null && (colon || is(pieces, minute.end(), "分", limit))) {
            int end = colon ? minute.end() : minute.end() + 1;
            return new StatedDate(piece, end, String.format("T%02d:%02d", hour, whole(minute)));
        }
        return oclock ? new StatedDate(piece, next + 1, String.format("T%02d:00", hour)) : null;
    }

    private @Nullable Numeral number(Pieces pieces, int piece, int limit) {
        return piece < limit && numbers.mayBegin(pieces, piece) ? numbers.read(pieces, piece, limit) : null;
    }

    private static int whole(Numeral numeral) {
        boolean small = numeral.value() != null
                && numeral.value().scale() <= 0
                && numeral.value().precision() <= 4
                && numeral.value().signum() >= 0;
        return small && numeral.value() != null ? numeral.value().intValue() : -1;
    }

    private static boolean is(Pieces pieces, int piece, String character, int limit) {
        return piece < limit && pieces.is(piece, character);
    }
}

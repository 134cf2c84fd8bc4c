package org.copyflow.enrichment.figures.dates;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Reads dates in English: "May 5, 2026", "5 May", "2026-03-05", "Sept. 20-24", "2021-25", "the 1970s", "4:39 p.m.",
/// "20th century". Immutable, thread-safe.
public final class EnglishDates {

    private static final int EARLIEST_YEAR = 1600;
    private static final int LATEST_YEAR = 2100;
    private static final int EARLIEST_SURE_YEAR = 1800;
    private static final int EARLIEST_COUNTED_YEAR = 1900;
    private static final int LATEST_COUNTED_YEAR = 2040;

    private final DateWords words = DateWords.english();
    private final PhraseTable<Integer> months = words.of("month");
    private final PhraseTable<Integer> noons = words.of("noon");
    private final PhraseTable<Integer> yearBefore = words.of("year-before");
    private final PhraseTable<Integer> sureYearBefore = words.of("sure-year-before");
    private final PhraseTable<Integer> determiners = words.of("determiner");
    private final PhraseTable<Integer> centuries = words.of("century");

    /// The date that begins at a piece, where its form alone shows that it is one.
    public @Nullable StatedDate read(Pieces pieces, int piece, int limit) {
        if (pieces.isWord(piece)) {
            return pieces.isCapital(piece) || pieces.of(months, piece) != null
                    ? monthFirst(pieces, piece, limit)
                    : null;
        }
        if (!pieces.isNumber(piece)) {
            return null;
        }
        StatedDate clock = clock(pieces, piece, limit);
        if (clock != null) {
            return clock;
        }
        StatedDate numeric = numeric(pieces, piece, limit);
        return numeric != null ? numeric : dayFirst(pieces, piece, limit);
    }

    /// The year, stretch of years or decade that begins at a piece, where its surroundings say so.
    ///
    /// @param first the sentence's first piece
    /// @param counts whether a unit, or a noun in the plural, follows
    public @Nullable StatedDate year(Pieces pieces, int piece, int first, int limit, boolean counts) {
        int year = year(pieces, piece);
        if (year < 0) {
            return twoDigitDecade(pieces, piece, limit);
        }
        int next = piece + 1;
        if (next < limit && pieces.isGlued(next) && pieces.is(next, "s")) {
            return new StatedDate(piece, next + 1, year % 10 == 0 ? year + "/" + (year + 9) : String.valueOf(year));
        }
        StatedDate span = yearSpan(pieces, piece, year, limit);
        if (span != null) {
            return span;
        }
        boolean glued = next < limit && pieces.isGlued(next) && (pieces.isWord(next) && !pieces.is(next, "'s"));
        if (glued) {
            return null;
        }
        int before = piece > first && pieces.isHyphen(piece - 1) && pieces.isGlued(piece) ? piece - 2 : piece - 1;
        boolean sure = before >= first && pieces.of(sureYearBefore, before) != null && year >= EARLIEST_SURE_YEAR;
        boolean afterMonth = before >= first && pieces.of(months, before) != null;
        boolean determined = before >= first && pieces.of(determiners, before) != null && year >= EARLIEST_SURE_YEAR;
        boolean odd = counts && year >= EARLIEST_COUNTED_YEAR && year <= LATEST_COUNTED_YEAR && year % 100 != 0;
        boolean likely =
                !counts && (year > EARLIEST_SURE_YEAR || (isYearBefore(pieces, before, first) && year % 100 != 0));
        return sure || afterMonth || determined || odd || likely
                ? new StatedDate(piece, next, String.valueOf(year))
                : null;
    }

    private boolean isYearBefore(Pieces pieces, int before, int first) {
        return before >= first && pieces.of(yearBefore, before) != null;
    }

    /// "2021-25", "2026-2030", "2019/20"
    private @Nullable StatedDate yearSpan(Pieces pieces, int piece, int year, int limit) {
        int mark = piece + 1;
        int to = piece + 2;
        if (to >= limit || !(pieces.isHyphen(mark) || pieces.isMark(mark, '/')) || !pieces.isNumber(to)) {
            return null;
        }
        boolean glued = pieces.isGlued(mark) && pieces.isGlued(to);
        int second = year(pieces, to);
        if (second < 0 && glued && pieces.length(to) == 2) {
            int end = smallNumber(pieces, to);
            second = end < 0 ? -1 : year / 100 * 100 + end;
        }
        boolean chained = to + 1 < limit && pieces.isHyphen(to + 1) && pieces.isGlued(to + 1);
        return second > year && second - year < 200 && !chained
                ? new StatedDate(piece, to + 1, year + "/" + second)
                : null;
    }

    /// "'90s", "the 80s"
    private @Nullable StatedDate twoDigitDecade(Pieces pieces, int piece, int limit) {
        int value = pieces.isNumber(piece) ? smallNumber(pieces, piece) : -1;
        boolean decade = value >= 10
                && value % 10 == 0
                && pieces.length(piece) == 2
                && piece + 1 < limit
                && pieces.isGlued(piece + 1)
                && pieces.is(piece + 1, "s");
        return decade ? new StatedDate(piece, piece + 2, null) : null;
    }

    /// "May 5, 2026", "May 2026", "Sept. 20-24", "Jan 1st"
    private @Nullable StatedDate monthFirst(Pieces pieces, int piece, int limit) {
        Integer month = pieces.of(months, piece);
        if (month == null || (month == 5 && !pieces.isCapital(piece))) {
            return null;
        }
        int at = piece + 1;
        at += at < limit && pieces.isMark(at, '.') && pieces.isGlued(at) ? 1 : 0;
        at += at < limit && pieces.is(at, "the") ? 1 : 0;
        if (at >= limit || !pieces.isNumber(at)) {
            return null;
        }
        int year = year(pieces, at);
        if (year > 0) {
            return new StatedDate(piece, at + 1, iso(year, month, 0));
        }
        int day = smallNumber(pieces, at);
        if (day < 1 || day > 31) {
            return null;
        }
        int end = skipOrdinalEnding(pieces, at + 1, limit);
        if (end + 1 < limit && pieces.isHyphen(end) && pieces.isNumber(end + 1) && smallNumber(pieces, end + 1) > 0) {
            end = skipOrdinalEnding(pieces, end + 2, limit);
        }
        int yearAt = end + (end < limit && (pieces.isMark(end, ',') || pieces.is(end, "of")) ? 1 : 0);
        int stated = yearAt < limit && pieces.isNumber(yearAt) ? year(pieces, yearAt) : -1;
        return stated > 0
                ? new StatedDate(piece, yearAt + 1, iso(stated, month, day))
                : new StatedDate(piece, end, iso(-1, month, day));
    }

    /// "5 May 2026", "5th of May", "20th century"
    private @Nullable StatedDate dayFirst(Pieces pieces, int piece, int limit) {
        int day = smallNumber(pieces, piece);
        if (day < 1) {
            return null;
        }
        int at = skipOrdinalEnding(pieces, piece + 1, limit);
        int noun = pieces.skipHyphen(at, limit);
        if (at > piece + 1 && noun < limit && pieces.of(centuries, noun) != null && day <= 30) {
            return new StatedDate(piece, noun + 1, (day - 1) * 100 + 1 + "/" + day * 100);
        }
        at += at < limit && pieces.is(at, "of") ? 1 : 0;
        Integer month = day <= 31 && at < limit && pieces.isWord(at) ? pieces.of(months, at) : null;
        boolean verb =
                month != null && month == 5 && !pieces.isCapital(at) && !(piece > 0 && pieces.is(piece - 1, "on"));
        if (month == null || verb) {
            return null;
        }
        int end = at + 1;
        int yearAt = end + (end < limit && (pieces.isMark(end, ',') || pieces.isMark(end, '.')) ? 1 : 0);
        int year = yearAt < limit && pieces.isNumber(yearAt) ? year(pieces, yearAt) : -1;
        return year > 0
                ? new StatedDate(piece, yearAt + 1, iso(year, month, day))
                : new StatedDate(piece, end, iso(-1, month, day));
    }

    /// "2026-03-05", "5/3/2026", "9/11"
    private @Nullable StatedDate numeric(Pieces pieces, int piece, int limit) {
        if (piece + 4 >= limit + 1 || !sameSeparator(pieces, piece, limit)) {
            return null;
        }
        int first = smallNumber(pieces, piece);
        int middle = smallNumber(pieces, piece + 2);
        int last = smallNumber(pieces, piece + 4);
        int end = piece + 5;
        if (first >= EARLIEST_YEAR && first <= LATEST_YEAR && middle >= 1 && middle <= 12 && last >= 1 && last <= 31) {
            return new StatedDate(piece, end, iso(first, middle, last));
        }
        boolean yearLast = (last >= EARLIEST_YEAR && last <= LATEST_YEAR) || pieces.length(piece + 4) == 2;
        boolean dated =
                yearLast && first >= 1 && first <= 31 && middle >= 1 && middle <= 31 && Math.min(first, middle) <= 12;
        return dated ? new StatedDate(piece, end, null) : null;
    }

    private static boolean sameSeparator(Pieces pieces, int piece, int limit) {
        if (piece + 5 > limit) {
            return false;
        }
        boolean slashes = pieces.isMark(piece + 1, '/') && pieces.isMark(piece + 3, '/');
        boolean hyphens = pieces.isHyphen(piece + 1) && pieces.isHyphen(piece + 3);
        return (slashes || hyphens)
                && pieces.isNumber(piece + 2)
                && pieces.isNumber(piece + 4)
                && pieces.isGlued(piece + 1)
                && pieces.isGlued(piece + 2)
                && pieces.isGlued(piece + 3)
                && pieces.isGlued(piece + 4);
    }

    /// "4:39", "11 a.m.", "2.55pm", "7:05am"
    private @Nullable StatedDate clock(Pieces pieces, int piece, int limit) {
        int hour = smallNumber(pieces, piece);
        int minute = 0;
        int end = piece + 1;
        boolean colon = end + 1 < limit
                && pieces.isMark(end, ':')
                && pieces.isGlued(end)
                && pieces.isNumber(end + 1)
                && pieces.isGlued(end + 1)
                && pieces.length(end + 1) >= 2;
        if (colon) {
            minute = smallNumber(pieces, end + 1);
            end += 2;
            if (end + 1 < limit && pieces.isMark(end, ':') && pieces.isGlued(end) && pieces.isNumber(end + 1)) {
                end += 2;
            }
        } else if (hour < 0 && pieces.length(piece) <= 5) {
            String text = pieces.text(piece);
            int dot = text.indexOf('.');
            boolean dotted = dot > 0 && text.length() - dot == 3;
            hour = dotted ? Integer.parseInt(text, 0, dot, 10) : -1;
            minute = dotted ? Integer.parseInt(text, dot + 1, text.length(), 10) : 0;
        }
        Hit<Integer> noon = end < limit ? pieces.longest(noons, end, limit) : null;
        if (noon == null && !colon) {
            return null;
        }
        boolean valid = hour >= 0 && hour <= 24 && minute >= 0 && minute < 60;
        int shift = noon != null && noon.value() == 12 && hour < 12 ? 12 : 0;
        String time = valid ? String.format("T%02d:%02d", hour + shift, minute) : null;
        return valid || colon ? new StatedDate(piece, noon == null ? end : noon.endToken(), time) : null;
    }

    private static int skipOrdinalEnding(Pieces pieces, int piece, int limit) {
        boolean ending = piece < limit
                && pieces.isGlued(piece)
                && (pieces.is(piece, "th")
                        || pieces.is(piece, "st")
                        || pieces.is(piece, "nd")
                        || pieces.is(piece, "rd"));
        return ending ? piece + 1 : piece;
    }

    private static int year(Pieces pieces, int piece) {
        int value = pieces.isNumber(piece) && pieces.length(piece) == 4 ? smallNumber(pieces, piece) : -1;
        return value >= EARLIEST_YEAR && value <= LATEST_YEAR ? value : -1;
    }

    /// The value of up to four digits without separators, or -1.
    private static int smallNumber(Pieces pieces, int piece) {
        int length = pieces.length(piece);
        if (length > 4) {
            return -1;
        }
        int value = 0;
        for (int i = pieces.start(piece); i < pieces.end(piece); i++) {
            int digit = Character.digit(pieces.text().charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static String iso(int year, int month, int day) {
        String start = year < 0 ? "-" : String.valueOf(year);
        return day == 0 ? String.format("%s-%02d", start, month) : String.format("%s-%02d-%02d", start, month, day);
    }
}

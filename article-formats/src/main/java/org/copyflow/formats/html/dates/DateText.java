package org.copyflow.formats.html.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// Finds the first date in a text, with its time and zone where they stand beside it: ISO 8601, year first, day first,
/// month names of several languages, 年月日, seconds or milliseconds since 1970.
public final class DateText {

    private static final int MAX_CHARS = 300;
    private static final int MIN_YEAR = 1995;
    private static final int MAX_YEAR = 2100;
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;
    private static final int ISO_DAY_CHARS = 10;
    private static final int ISO_MONTH_CHARS = 7;

    private final DateTokens tokens;
    private final boolean monthFirst;

    private DateText(String text, boolean monthFirst) {
        tokens = DateTokens.of(text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text);
        this.monthFirst = monthFirst;
    }

    public static @Nullable StatedTime parse(String text) {
        return parse(text, true);
    }

    /// @param monthFirst how to read `03/04/2024`
    public static @Nullable StatedTime parse(String text, boolean monthFirst) {
        var parser = new DateText(text, monthFirst);
        for (int i = 0; i < parser.tokens.size(); i++) {
            StatedTime time = parser.at(i);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /// A date in a text.
    ///
    /// @param label what stands between the date before it and this one
    public record Found(StatedTime time, String label) {}

    /// All dates in a text, in order.
    public static List<StatedTime> all(String text, boolean monthFirst) {
        var times = new ArrayList<StatedTime>();
        for (Found found : labelled(text, monthFirst)) {
            times.add(found.time);
        }
        return times;
    }

    /// All dates in a text, in order, each with what leads to it.
    public static List<Found> labelled(String text, boolean monthFirst) {
        var parser = new DateText(text, monthFirst);
        var found = new ArrayList<Found>();
        int end = 0;
        for (int i = 0; i < parser.tokens.size(); i++) {
            StatedTime time = parser.at(i);
            if (time != null) {
                found.add(new Found(time, parser.tokens.text(end, i)));
                i += 2;
                end = i + 1;
            }
        }
        return found;
    }

    /// The same year with day and month the other way round; null where there is no such day.
    public static @Nullable StatedTime swapped(StatedTime time) {
        LocalDate day = LocalDate.parse(time.iso().substring(0, ISO_DAY_CHARS));
        LocalDate swapped = date(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        return swapped == null ? null : StatedTime.of(swapped);
    }

    /// The date in a web address: `/2024/03/06/`, `/2024-03-06`, `/2024/march/06/`, `/20240306`.
    public static @Nullable StatedTime inAddress(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        if (path < 0) {
            return null;
        }
        var parser = new DateText(address.substring(path), true);
        for (int i = 0; i < parser.tokens.size(); i++) {
            LocalDate date = parser.yearFirst(i);
            if (date == null) {
                date = parser.yearThenName(i);
            }
            if (date == null) {
                date = parser.compact(i);
            }
            if (date != null) {
                return StatedTime.of(date);
            }
        }
        return null;
    }

    /// The year and month in a web address that names no day: `/2024/03/title`; empty where there are none.
    public static String monthInAddress(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        if (path < 0) {
            return "";
        }
        var parser = new DateText(address.substring(path), true);
        for (int i = 0; i < parser.tokens.size(); i++) {
            boolean joined = parser.isYear(i) && parser.tokens.between(i).equals("/");
            LocalDate first = joined && parser.tokens.digits(i + 1).length() == 2
                    ? date(parser.tokens.number(i), parser.tokens.number(i + 1), 1)
                    : null;
            if (first != null) {
                return first.toString().substring(0, ISO_MONTH_CHARS);
            }
        }
        return "";
    }

    private @Nullable StatedTime at(int i) {
        StatedTime epoch = epoch(i);
        if (epoch != null) {
            return epoch;
        }
        LocalDate date = yearFirst(i);
        int after = i + 3;
        if (date == null) {
            date = numeric(i);
        }
        if (date == null) {
            date = named(i);
        }
        if (date == null) {
            date = shortYear(i);
        }
        if (date == null) {
            date = compact(i);
            after = i + 1;
        }
        return date == null ? null : ClockTime.after(tokens, after, date);
    }

    private @Nullable StatedTime epoch(int i) {
        String digits = tokens.digits(i);
        if (tokens.size() != 1 || (digits.length() != SECONDS_DIGITS && digits.length() != MILLIS_DIGITS)) {
            return null;
        }
        long number = Long.parseLong(digits);
        Instant instant =
                digits.length() == MILLIS_DIGITS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        OffsetDateTime time = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        return time.getYear() < MIN_YEAR || time.getYear() > MAX_YEAR ? null : StatedTime.of(time);
    }

    private @Nullable LocalDate yearFirst(int i) {
        if (tokens.digits(i).length() != 4
                || tokens.digits(i + 1).isEmpty()
                || tokens.digits(i + 2).isEmpty()) {
            return null;
        }
        boolean joined = tokens.joined(i, "-/.年년_") && tokens.joined(i + 1, "-/.月월_");
        return joined ? date(tokens.number(i), tokens.number(i + 1), tokens.number(i + 2)) : null;
    }

    private @Nullable LocalDate numeric(int i) {
        if (tokens.digits(i + 2).length() != 4 || !tokens.joined(i, "./-") || !tokens.joined(i + 1, "./-")) {
            return null;
        }
        int a = tokens.number(i);
        int b = tokens.number(i + 1);
        int year = tokens.number(i + 2);
        boolean american = a <= 12 && (b > 12 || (monthFirst && tokens.joined(i, "/")));
        return american ? date(year, a, b) : date(year, b, a);
    }

    /// `02.12.19`
    private @Nullable LocalDate shortYear(int i) {
        boolean dotted = tokens.joined(i, ".") && tokens.joined(i + 1, ".") && !tokens.joined(i + 2, ".");
        return dotted
                        && tokens.digits(i + 1).length() == 2
                        && tokens.digits(i + 2).length() == 2
                ? date(2000 + tokens.number(i + 2), tokens.number(i + 1), tokens.number(i))
                : null;
    }

    private @Nullable LocalDate named(int i) {
        int month = tokens.month(i);
        if (month > 0 && tokens.number(i + 1) > 0 && isYear(i + 2)) {
            return date(tokens.number(i + 2), month, tokens.number(i + 1));
        }
        int second = tokens.month(i + 1);
        return second > 0 && tokens.number(i) > 0 && isYear(i + 2)
                ? date(tokens.number(i + 2), second, tokens.number(i))
                : null;
    }

    /// `2024/march/06`
    private @Nullable LocalDate yearThenName(int i) {
        boolean named = isYear(i) && tokens.month(i + 1) > 0 && tokens.joined(i, "/-") && tokens.joined(i + 1, "/-");
        return named ? date(tokens.number(i), tokens.month(i + 1), tokens.number(i + 2)) : null;
    }

    private @Nullable LocalDate compact(int i) {
        String digits = tokens.digits(i);
        if (digits.length() != 8) {
            return null;
        }
        int number = tokens.number(i);
        return date(number / 10_000, number / 100 % 100, number % 100);
    }

    private boolean isYear(int i) {
        return tokens.digits(i).length() == 4;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static StatedTime withTime(LocalDate date, int[] clock, @Nullable ZoneOffset zone) {
        LocalDateTime time = date.atTime(clock[0], clock[1], clock[2]);
        return zone == null ? StatedTime.of(time) : StatedTime.of(time.atOffset(zone));
    }
}

package org.copyflow.formats.html.dates;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// The time of day that stands beside a date, with its zone where that is unmistakable.
final class ClockTime {

    private static final int MAX_TOKENS_BETWEEN = 2;
    private static final Map<String, Integer> ZONE_HOURS =
            Map.of("z", 0, "utc", 0, "gmt", 0, "est", -5, "edt", -4, "pst", -8, "pdt", -7, "cet", 1, "cest", 2);

    private ClockTime() {}

    /// The date with the time that begins at a token or shortly after it; the date alone where there is none.
    static StatedTime after(DateTokens tokens, int from, LocalDate date) {
        for (int i = from; i <= from + MAX_TOKENS_BETWEEN; i++) {
            int hour = tokens.number(i);
            int minute = tokens.number(i + 1);
            if (hour >= 0
                    && minute >= 0
                    && minute < 60
                    && hour <= 24
                    && tokens.digits(i + 1).length() == 2
                    && tokens.between(i).equals(":")) {
                return time(tokens, i, date);
            }
            if (!tokens.digits(i).isEmpty()) {
                break;
            }
        }
        return StatedTime.of(date);
    }

    private static StatedTime time(DateTokens tokens, int hourAt, LocalDate date) {
        int hour = tokens.number(hourAt);
        int second = 0;
        int next = hourAt + 2;
        if (tokens.between(hourAt + 1).equals(":") && tokens.number(next) >= 0 && tokens.number(next) < 60) {
            second = tokens.number(next);
            next++;
            if (tokens.between(next - 1).equals(".") && !tokens.digits(next).isEmpty()) {
                next++;
            }
        }
        String half = tokens.word(next);
        if (half.equals("am") || half.equals("pm") || half.equals("a") || half.equals("p")) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
            next += half.length() == 1 && tokens.word(next + 1).equals("m") ? 2 : 1;
        }
        if (hour > 23) {
            return StatedTime.of(date);
        }
        return DateText.withTime(date, new int[] {hour, tokens.number(hourAt + 1), second}, zone(tokens, next));
    }

    private static @Nullable ZoneOffset zone(DateTokens tokens, int at) {
        Integer hours = ZONE_HOURS.get(tokens.word(at));
        String sign = tokens.between(at - 1);
        if (hours != null) {
            String after = tokens.between(at);
            boolean shifted = hours == 0
                    && (after.equals("+") || after.equals("-"))
                    && !tokens.digits(at + 1).isEmpty();
            return shifted ? offset(tokens, at + 1, after) : ZoneOffset.ofHours(hours);
        }
        boolean signed = sign.strip().equals("+") || sign.strip().equals("-");
        return signed && !tokens.digits(at).isEmpty() ? offset(tokens, at, sign.strip()) : null;
    }

    private static @Nullable ZoneOffset offset(DateTokens tokens, int at, String sign) {
        String digits = tokens.digits(at);
        int hours = digits.length() == 4 ? tokens.number(at) / 100 : tokens.number(at);
        int minutes = digits.length() == 4 ? tokens.number(at) % 100 : 0;
        if (digits.length() == 2
                && tokens.between(at).equals(":")
                && tokens.digits(at + 1).length() == 2) {
            minutes = tokens.number(at + 1);
        }
        if (digits.length() > 4 || hours > 14 || minutes > 59) {
            return null;
        }
        int factor = sign.equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(factor * hours, factor * minutes);
    }
}

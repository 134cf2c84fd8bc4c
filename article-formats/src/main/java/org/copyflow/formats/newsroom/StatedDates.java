package org.copyflow.formats.newsroom;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// Finds a date, with its time and offset where they stand beside it, in a short line: `2026-03-06 09:39:50`,
/// `11:22, 05-Mar-2025`, `Mar. 5, 2025 10:16 PM (GMT+8)`, `2026年3月6日 09:39`, `5 de marzo de 2025`. A date that can
/// be read two ways (`03/04/2025`) is none.
public final class StatedDates {

    private static final int MAX_CHARS = 400;
    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 2150;
    private static final int YEAR_DIGITS = 4;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)[日号]?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|\\.|º)?[ -](?:de |of )?(\\p{L}{3,12})\\.?,?"
                    + "[ -](?:de |del )?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<!\\p{L})(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ?(\\d{4})(?!\\d)");
    private static final Pattern SLASHED = Pattern.compile("(?<!\\d)(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?(?:[:.]\\d{1,6})?"
                    + "(?: ?([AaPp])\\.?[Mm](?:\\.|\\b))?"
                    + "(?: ?\\(?((?:GMT|UTC) ?[+-]\\d{1,2}(?::?\\d{2})?|\\+\\d{2}:?\\d{2}"
                    + "|(?<=\\d)-\\d{2}:\\d{2}(?=$)|GMT|UTC|Z)(?!\\w)\\)?)?");
    private static final Map<String, Integer> MONTHS = months();

    private StatedDates() {}

    /// A date in a text and where it stands.
    public record Found(int start, int end, StatedTime time) {}

    /// The first date of the text, or none.
    public static @Nullable Found find(String text) {
        if (text.length() > MAX_CHARS || !hasYear(text)) {
            return null;
        }
        for (Pattern pattern : List.of(YEAR_FIRST, DAY_FIRST, MONTH_FIRST, SLASHED)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                LocalDate date = date(pattern, matcher.toMatchResult());
                if (date != null) {
                    return withTime(text, matcher.start(), matcher.end(), date);
                }
            }
        }
        return null;
    }

    /// Four digits in a row, without which none of the patterns matches.
    private static boolean hasYear(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < YEAR_DIGITS; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == YEAR_DIGITS;
    }

    private static @Nullable LocalDate date(Pattern pattern, MatchResult match) {
        int first = pattern == MONTH_FIRST ? month(match.group(1)) : Integer.parseInt(match.group(1));
        int second = pattern == DAY_FIRST ? month(match.group(2)) : Integer.parseInt(match.group(2));
        int third = Integer.parseInt(match.group(3));
        if (pattern == YEAR_FIRST) {
            return date(first, second, third);
        }
        if (pattern == DAY_FIRST) {
            return date(third, second, first);
        }
        if (pattern == MONTH_FIRST) {
            return date(third, first, second);
        }
        if (first > 12) {
            return date(third, second, first);
        }
        return second > 12 ? date(third, first, second) : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Found withTime(String text, int start, int end, LocalDate date) {
        Matcher time = TIME.matcher(text);
        while (time.find()) {
            LocalTime at = time(time);
            boolean after = time.start() >= end && isGap(text, end, time.start());
            boolean before = time.end() <= start && isGap(text, time.end(), start);
            if (at != null && (after || before)) {
                int from = Math.min(start, time.start());
                int to = Math.max(end, time.end());
                return new Found(from, to, stated(date, at, time.group(5)));
            }
        }
        return new Found(start, end, StatedTime.of(date));
    }

    /// Between a date and its time stand at most a few marks or the words "at", "um", "T".
    private static boolean isGap(String text, int from, int to) {
        String gap = text.substring(from, to).strip().toLowerCase(Locale.ROOT);
        return gap.length() <= 4
                && gap.chars().filter(Character::isLetter).count() <= 3
                && gap.chars().noneMatch(Character::isDigit)
                && !gap.contains("|");
    }

    private static @Nullable LocalTime time(Matcher match) {
        int hour = Integer.parseInt(match.group(1));
        int minute = Integer.parseInt(match.group(2));
        int second = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        String half = match.group(4);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
    }

    private static StatedTime stated(LocalDate date, LocalTime time, @Nullable String zone) {
        LocalDateTime local = date.atTime(time);
        ZoneOffset offset = zone == null ? null : offset(zone);
        return offset == null ? StatedTime.of(local) : StatedTime.of(OffsetDateTime.of(local, offset));
    }

    private static @Nullable ZoneOffset offset(String zone) {
        int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.UTC;
        }
        String digits = zone.substring(sign + 1).replace(":", "");
        try {
            int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            int seconds = (hours * 60 + minutes) * 60;
            return ZoneOffset.ofTotalSeconds(zone.charAt(sign) == '-' ? -seconds : seconds);
        } catch (DateTimeException noSuchOffset) {
            return null;
        }
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> months() {
        var map = new HashMap<String, Integer>();
        for (String language : List.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "pl", "sv", "da", "tr", "id")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.of(language));
            for (int month = 0; month < 12; month++) {
                for (String name : List.of(symbols.getMonths()[month], symbols.getShortMonths()[month])) {
                    map.putIfAbsent(name.toLowerCase(Locale.ROOT).replace(".", ""), month + 1);
                }
            }
        }
        map.put("sept", 9);
        return Map.copyOf(map);
    }
}

package org.copyflow.index.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.ArticleCard;
import org.jspecify.annotations.Nullable;

/// A time as a reader sees it, never more exact than it was stated.
///
/// @param iso for machines
/// @param text for people
public record ShownTime(String iso, String text) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern STATED =
            Pattern.compile("(?:(?<year>[0-9]{4})|-)?+(?:-(?<month>0[1-9]|1[0-2])|-)?+(?:-(?<day>[0-9]{2}))?+"
                    + "(?:T(?<time>[0-9]{2}:[0-9]{2})[:0-9.]*+(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?+)?+");
    private static final List<String> MONTHS =
            List.of("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    public static ShownTime of(Instant instant) {
        return new ShownTime(instant.toString(), MINUTES.format(instant));
    }

    static @Nullable ShownTime ofStated(@Nullable StatedTime time) {
        return time == null ? null : new ShownTime(time.iso(), text(time.iso()));
    }

    static ShownTime of(ArticleCard card) {
        ShownTime stated = ofStated(card.publishedAt());
        return stated == null ? of(card.receivedAt()) : stated;
    }

    /// A date or time as ISO 8601 has it, or a part of one: a year, a month, `--11-05`, `---05`, `T18:20`. What is none
    /// of them stands as it is.
    static String text(String iso) {
        Matcher stated = STATED.matcher(iso);
        if (!stated.matches()) {
            return iso;
        }
        String day = stated.group("day");
        String month = stated.group("month") == null ? null : MONTHS.get(Integer.parseInt(stated.group("month")));
        String date = Stream.of(day == null ? null : day(day, month), month, stated.group("year"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String time = Stream.of(stated.group("time"), zone(stated.group("zone")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(date, time).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String day(String day, @Nullable String month) {
        String plain = day.startsWith("0") ? day.substring(1) : day;
        return month == null ? "day " + plain : plain;
    }

    private static @Nullable String zone(@Nullable String zone) {
        return "Z".equals(zone) ? "UTC" : zone;
    }
}

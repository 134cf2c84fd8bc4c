package org.copyflow.index.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.ArticleCard;
import org.jspecify.annotations.Nullable;

/// A time as a reader sees it, never more exact than it was stated.
///
/// @param iso for machines
/// @param text for people
record ShownTime(String iso, String text) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int DATE_CHARS = "2026-03-06".length();
    private static final int MINUTE_CHARS = "2026-03-06T09:39".length();

    static ShownTime of(Instant instant) {
        return new ShownTime(instant.toString(), MINUTES.format(instant));
    }

    static @Nullable ShownTime ofStated(@Nullable StatedTime time) {
        return time == null ? null : new ShownTime(time.iso(), text(time.iso()));
    }

    static ShownTime of(ArticleCard card) {
        ShownTime stated = ofStated(card.publishedAt());
        return stated == null ? of(card.receivedAt()) : stated;
    }

    private static String text(String iso) {
        if (iso.length() == DATE_CHARS || iso.length() < MINUTE_CHARS || iso.charAt(DATE_CHARS) != 'T') {
            return iso;
        }
        int zone = Math.max(iso.lastIndexOf('+'), Math.max(iso.lastIndexOf('-'), iso.lastIndexOf('Z')));
        String offset = zone > DATE_CHARS ? " " + iso.substring(zone).replace("Z", "UTC") : "";
        return iso.substring(0, DATE_CHARS) + " " + iso.substring(DATE_CHARS + 1, MINUTE_CHARS) + offset;
    }
}

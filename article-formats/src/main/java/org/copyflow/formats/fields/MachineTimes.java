package org.copyflow.formats.fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/// Reads times that a format writes for machines: ISO 8601 in its extended and basic forms (with a colon in the offset
/// or without), and RFC 1123 as feeds have it. Nothing is invented: what has no zone gets none. Thread-safe.
public final class MachineTimes {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]]", Locale.ROOT);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd['T'HHmm[ss][XXX][XX][X]]", Locale.ROOT);
    private static final int LONGEST_CHARS = 40;

    private MachineTimes() {}

    /// The time that the text states; absent where it states none.
    public static @Nullable StatedTime read(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_CHARS) {
            return null;
        }
        if (!Character.isDigit(stripped.charAt(0))) {
            return parse(DateTimeFormatter.RFC_1123_DATE_TIME, stripped);
        }
        String upper = stripped.replace(' ', 'T').toUpperCase(Locale.ROOT);
        StatedTime iso = upper.length() > 4 && upper.charAt(4) == '-' ? parse(ISO, upper) : parse(BASIC, upper);
        return iso == null ? parse(DateTimeFormatter.RFC_1123_DATE_TIME, stripped) : iso;
    }

    /// The same as an instant, where the text states enough for one: midnight and UTC stand in for what is missing.
    public static @Nullable Instant readInstant(@Nullable String text) {
        StatedTime time = read(text);
        return time == null ? null : time.toInstant();
    }

    /// When an embargo ends.
    ///
    /// @throws UnreadableDocumentException with code `unreadable-embargo` where something is stated that is no
    ///     time: an item that may not be shown yet must not be shown by mistake
    public static @Nullable Instant readEmbargo(@Nullable String text) {
        Instant end = readInstant(text);
        if (end == null && text != null) {
            throw new UnreadableDocumentException(
                    "unreadable-embargo",
                    "The item is under embargo until '" + text + "', which is no ISO 8601 time; send one, as"
                            + " 2026-11-20T06:00:00Z.");
        }
        return end;
    }

    private static @Nullable StatedTime parse(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (time) {
                case OffsetDateTime exact -> StatedTime.of(exact);
                case LocalDateTime local -> StatedTime.of(local);
                default -> StatedTime.of((LocalDate) time);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}

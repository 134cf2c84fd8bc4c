package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A time as exactly as the document states it: a date, a date and time, or those with an offset. Nothing is invented:
/// a document that gives no zone gets none. In JSON it is its ISO 8601 text (`2026-03-06`, `2026-03-06T09:39:50`,
/// `2026-03-06T09:39:50+08:00`).
///
/// @param iso the text; one of the three forms
public record StatedTime(@JsonValue String iso) implements Comparable<StatedTime> {

    private static final int DATE_CHARS = "2026-03-06".length();

    @JsonCreator
    public StatedTime {
        parse(iso);
    }

    public static StatedTime of(OffsetDateTime time) {
        return new StatedTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }

    public static StatedTime of(LocalDateTime time) {
        return new StatedTime(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    }

    public static StatedTime of(LocalDate date) {
        return new StatedTime(date.toString());
    }

    /// The instant to sort by: midnight where no time is stated, UTC where no offset is.
    public Instant toInstant() {
        return parse(iso);
    }

    @Override
    public int compareTo(StatedTime other) {
        return toInstant().compareTo(other.toInstant());
    }

    @Override
    public String toString() {
        return iso;
    }

    private static Instant parse(String iso) {
        if (iso.length() == DATE_CHARS) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasOffset(String iso) {
        for (int i = DATE_CHARS; i < iso.length(); i++) {
            char c = iso.charAt(i);
            if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
                return true;
            }
        }
        return false;
    }
}

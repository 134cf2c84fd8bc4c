package org.copyflow.ingest.push;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.copyflow.events.article.ArticleStatus;
import org.jspecify.annotations.Nullable;

/// What the caller says of a push, checked.
///
/// @param source who pushes: lower case letters, digits, dots, dashes and underscores, at most 64
/// @param uri what the source calls the item
/// @param url where the item came from, http or https
/// @param version greater is newer
/// @param versionCreated when that version was made
/// @param status may it be used
/// @param embargo not to be shown before
public record PushParameters(
        String source,
        @Nullable String uri,
        @Nullable String url,
        @Nullable Long version,
        @Nullable Instant versionCreated,
        @Nullable ArticleStatus status,
        @Nullable Instant embargo) {

    static final int MAX_URI_CHARS = 2_048;

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int MAX_SHOWN_CHARS = 80;

    /// What stands for bytes that were not of the encoding that they claimed.
    private static final int REPLACEMENT = 0xfffd;

    /// Reads them from the caller's own text.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where a value is missing or cannot be used, naming it
    public static PushParameters parse(Map<PushParameter, String> given) {
        return new PushParameters(
                source(given.get(PushParameter.SOURCE)),
                read(given, PushParameter.URI, PushParameters::uri),
                read(given, PushParameter.URL, PushParameters::url),
                read(given, PushParameter.VERSION, PushParameters::version),
                read(given, PushParameter.VERSION_CREATED, PushParameters::instant),
                read(given, PushParameter.STATUS, ArticleStatus::ofWord),
                read(given, PushParameter.EMBARGO, PushParameters::instant));
    }

    /// Whether the text can be the name of an item: not empty, not too long, no control characters.
    static boolean isUri(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_URI_CHARS
                && text.codePoints().noneMatch(PushParameters::isUnsafe);
    }

    /// Whether the text can be the name of a source.
    public static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }

    private static String source(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw Refusal.MISSING_SOURCE.because("Name who pushes with the header " + PushParameter.SOURCE.header()
                    + " or the query parameter " + PushParameter.SOURCE.query()
                    + ", as in /v1/articles?source=city-desk.");
        }
        if (!isSource(text)) {
            throw Refusal.BAD_PARAMETER.because("The source " + shown(text)
                    + " cannot be used: a source is 1 to 64 of a-z, 0-9, '.', '_' and '-', and begins with a letter"
                    + " or digit.");
        }
        return text;
    }

    private static <T> @Nullable T read(
            Map<PushParameter, String> given, PushParameter parameter, Function<String, T> reader) {
        String text = given.get(parameter);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.BAD_PARAMETER.because(
                    "The parameter " + parameter.query() + " is " + shown(text) + ": " + e.getMessage() + ".", e);
        }
    }

    private static String uri(String text) {
        if (!isUri(text)) {
            throw new IllegalArgumentException("it must have at most " + MAX_URI_CHARS
                    + " characters, all of them UTF-8 and none a control character");
        }
        return text;
    }

    private static String url(String text) {
        boolean web = text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
        if (!web || !isUri(text) || text.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("it must be an http or https address without spaces, at most "
                    + MAX_URI_CHARS + " characters long");
        }
        return text;
    }

    private static Long version(String text) {
        try {
            long version = Long.parseLong(text);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a whole number from 0", e);
        }
        throw new IllegalArgumentException("it must be a whole number from 0");
    }

    private static Instant instant(String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9_999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it must be a time with its offset, as 2026-05-03T08:30:00Z", e);
        }
        throw new IllegalArgumentException("its year must be from 1 to 9999");
    }

    private static boolean isUnsafe(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == REPLACEMENT
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /// Caller's text in a message: short, and without anything that could start a new line.
    public static String shown(String text) {
        var shown = new StringBuilder("'");
        text.codePoints().limit(MAX_SHOWN_CHARS).forEach(c -> shown.appendCodePoint(isUnsafe(c) ? REPLACEMENT : c));
        return shown.append(text.length() > MAX_SHOWN_CHARS ? "…'" : "'").toString();
    }
}

package org.copyflow.ingest.push;

import java.util.EnumMap;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// A line of an NDJSON batch.
///
/// @param mediaType the content's own; its charset does not matter, because JSON carries characters
/// @param content the article, as text
record BatchLine(
        @Nullable String mediaType,
        @Nullable String content,
        @Nullable String uri,
        @Nullable String url,
        @Nullable String version,
        @Nullable String versionCreated,
        @Nullable String status,
        @Nullable String embargo) {

    /// Reads lines, each with its own limit. Thread-safe.
    static final class Reader {

        private final int maxContentBytes;
        private final ObjectReader json;

        /// @param maxContentBytes how long the content of a line may be, in UTF-8
        Reader(int maxContentBytes) {
            this.maxContentBytes = maxContentBytes;
            json = EventJson.mapper(maxContentBytes) // so many characters are at least as many bytes
                    .readerFor(BatchLine.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        }

        /// @param number the line's number in the body, from 1
        /// @throws ProblemException where the line is not such an object, or is too large
        BatchLine read(byte[] body, int start, int end, int number) {
            try {
                BatchLine line = json.readValue(body, start, end - start);
                if (line != null && line.mediaType != null && line.content != null) {
                    return line;
                }
            } catch (StreamConstraintsException e) {
                throw end - start > maxContentBytes
                        ? tooLarge("Line " + number, maxContentBytes, e)
                        : refused(number, "a name or a number in it is too long, or it is nested too deep", e);
            } catch (UnrecognizedPropertyException e) {
                throw refused(number, "it has a field " + PushParameters.shown(e.getPropertyName()), e);
            } catch (MismatchedInputException e) {
                throw refused(number, "one of its values is not a string, or something follows it", e);
            } catch (JacksonException e) {
                throw refused(number, "it is not JSON" + near(e), e);
            }
            throw refused(number, "it lacks mediaType or content", null);
        }

        private static String near(JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return column > 0 ? " near its column " + column : "";
        }
    }

    /// @param which as `Line 3`
    static ProblemException tooLarge(String which, int maxBytes, @Nullable Throwable cause) {
        return Refusal.BODY_TOO_LARGE.because(
                which + " is an article of more than the limit for one, " + maxBytes
                        + " bytes. Make it smaller, or ask the operator to raise the limit.",
                cause);
    }

    /// What the line says of its item, over what the request says of all.
    Map<PushParameter, String> over(Map<PushParameter, String> ofRequest) {
        var all = new EnumMap<PushParameter, String>(PushParameter.class);
        all.putAll(ofRequest);
        put(all, PushParameter.URI, uri);
        put(all, PushParameter.URL, url);
        put(all, PushParameter.VERSION, version);
        put(all, PushParameter.VERSION_CREATED, versionCreated);
        put(all, PushParameter.STATUS, status);
        put(all, PushParameter.EMBARGO, embargo);
        return all;
    }

    private static void put(Map<PushParameter, String> all, PushParameter parameter, @Nullable String value) {
        if (value != null) {
            all.put(parameter, value);
        }
    }

    private static RuntimeException refused(int number, String why, @Nullable Throwable cause) {
        return Refusal.INVALID_BATCH_LINE.because(
                "Line " + number + " is not an object of a batch: " + why
                        + ". One looks like {\"mediaType\":\"text/plain\",\"content\":\"…\",\"uri\":\"…\"}.",
                cause);
    }
}

package org.copyflow.ingest.push;

import java.util.EnumMap;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

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

    private static final ObjectReader READER = EventJson.mapper()
            .readerFor(BatchLine.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// @param number the line's number in the body, from 1
    /// @throws org.copyflow.kit.server.ProblemException where the line is not such an object
    static BatchLine parse(byte[] body, int start, int end, int number) {
        try {
            BatchLine line = READER.readValue(body, start, end - start);
            if (line != null && line.mediaType != null && line.content != null) {
                return line;
            }
        } catch (JacksonException e) {
            throw refused(number, e.getOriginalMessage(), e);
        }
        throw refused(number, "it lacks mediaType or content", null);
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

package org.copyflow.events.raw;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/// That a dead letter was put back into `articles.raw`: an empty record on `articles.dead-letters`, in the partition of
/// the letter and under its key, written in one transaction with the raw record.
///
/// @param source who had pushed the document
/// @param letter the letter's partition and offset, as `2-15`
/// @param at when it was put back
public record Replay(String source, String letter, Instant at) {

    /// The CloudEvents type of such a record.
    public static final String EVENT_TYPE = "org.copyflow.article.replayed.v1";

    public static boolean isOne(Headers headers) {
        return EVENT_TYPE.equals(new EventHeaders(headers).get(EventHeaders.CE_TYPE));
    }

    public void writeTo(Headers headers) {
        new EventHeaders(headers)
                .put(EventHeaders.CE_SPECVERSION, "1.0")
                .put(EventHeaders.CE_ID, UUID.randomUUID())
                .put(EventHeaders.CE_TYPE, EVENT_TYPE)
                .put(EventHeaders.CE_SOURCE, source)
                .put(EventHeaders.CE_TIME, at)
                .put(EventHeaders.REPLAY_OF, letter);
    }

    /// @throws IllegalArgumentException naming the header that is missing or cannot be read
    public static Replay of(Headers kafkaHeaders) {
        var headers = new EventHeaders(kafkaHeaders);
        return new Replay(
                headers.required(EventHeaders.CE_SOURCE),
                headers.required(EventHeaders.REPLAY_OF),
                Instant.parse(headers.required(EventHeaders.CE_TIME)));
    }

    /// Turns a dead letter's headers into those of the raw record that is put back: the reason goes, the attempts count
    /// one up, and the event is a new one.
    ///
    /// @param letter the letter's partition and offset
    public static void putBack(Headers headers, String letter) {
        var event = new EventHeaders(headers);
        Long attempt = event.number(EventHeaders.ATTEMPT);
        event.put(EventHeaders.CE_ID, UUID.randomUUID())
                .put(EventHeaders.CE_TYPE, RawArticle.EVENT_TYPE)
                .put(EventHeaders.REPLAY_OF, letter)
                .put(EventHeaders.ATTEMPT, attempt == null ? 2 : attempt + 1)
                .put(EventHeaders.ERROR_STAGE, null)
                .put(EventHeaders.ERROR_CODE, null)
                .put(EventHeaders.ERROR_MESSAGE, null)
                .put(EventHeaders.ORIGIN_TOPIC, null)
                .put(EventHeaders.ORIGIN_PARTITION, null)
                .put(EventHeaders.ORIGIN_OFFSET, null);
    }
}

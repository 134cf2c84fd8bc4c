package org.copyflow.deadletters;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.copyflow.events.raw.EventHeaders;
import org.jspecify.annotations.Nullable;

/// A dead letter as it stands on its topic, without its bytes. Headers that are missing or cannot be read are absent.
///
/// @param id where it stands
/// @param documentId which document
/// @param source who pushed it
/// @param uri what the source calls it
/// @param contentType as it was pushed
/// @param code why it could not be read
/// @param message the same for people
/// @param attempt how often it was tried
/// @param origin the topic, partition and offset that it was read from
/// @param receivedAt when it was pushed
/// @param bytes the content's length
public record Letter(
        LetterId id,
        String documentId,
        @Nullable String source,
        @Nullable String uri,
        @Nullable String contentType,
        @Nullable String code,
        @Nullable String message,
        @Nullable String attempt,
        String origin,
        Instant receivedAt,
        int bytes) {

    static Letter of(ConsumerRecord<String, byte[]> dead) {
        var headers = new EventHeaders(dead.headers());
        return new Letter(
                LetterId.of(dead),
                Objects.requireNonNullElse(dead.key(), ""),
                headers.get(EventHeaders.CE_SOURCE),
                headers.get(EventHeaders.CE_SUBJECT),
                headers.get(EventHeaders.CONTENT_TYPE),
                headers.get(EventHeaders.ERROR_CODE),
                headers.get(EventHeaders.ERROR_MESSAGE),
                headers.get(EventHeaders.ATTEMPT),
                origin(dead.headers()),
                Instant.ofEpochMilli(dead.timestamp()),
                dead.value() == null ? 0 : dead.value().length);
    }

    private static String origin(Headers kafkaHeaders) {
        var headers = new EventHeaders(kafkaHeaders);
        return headers.get(EventHeaders.ORIGIN_TOPIC) + "/" + headers.get(EventHeaders.ORIGIN_PARTITION) + "-"
                + headers.get(EventHeaders.ORIGIN_OFFSET);
    }
}

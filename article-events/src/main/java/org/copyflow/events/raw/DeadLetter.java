package org.copyflow.events.raw;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Why a record could not be read, and where it came from. The dead letter's value is the record's original bytes and
/// its headers are the record's own, with these added.
///
/// @param stage where it failed: `enrich`
/// @param errorCode stable and documented, as `unreadable-json`
/// @param message what was tried, on what, and what to do
/// @param originTopic the topic it was read from
/// @param originPartition likewise
/// @param originOffset likewise
/// @param attempt how often it was tried, from 1; a replay counts one up
public record DeadLetter(
        String stage,
        String errorCode,
        String message,
        String originTopic,
        int originPartition,
        long originOffset,
        int attempt) {

    /// The CloudEvents type of a dead letter.
    public static final String EVENT_TYPE = "org.copyflow.article.dead-lettered.v1";

    /// Adds the reason to the headers of the record that failed.
    public void writeTo(Headers headers) {
        new EventHeaders(headers)
                .put(EventHeaders.CE_TYPE, EVENT_TYPE)
                .put(EventHeaders.ERROR_STAGE, stage)
                .put(EventHeaders.ERROR_CODE, errorCode)
                .put(EventHeaders.ERROR_MESSAGE, message)
                .put(EventHeaders.ORIGIN_TOPIC, originTopic)
                .put(EventHeaders.ORIGIN_PARTITION, originPartition)
                .put(EventHeaders.ORIGIN_OFFSET, originOffset)
                .put(EventHeaders.ATTEMPT, attempt);
    }

    /// @throws IllegalArgumentException naming the header that is missing or cannot be read
    public static DeadLetter of(Headers kafkaHeaders) {
        var headers = new EventHeaders(kafkaHeaders);
        return new DeadLetter(
                headers.required(EventHeaders.ERROR_STAGE),
                headers.required(EventHeaders.ERROR_CODE),
                headers.required(EventHeaders.ERROR_MESSAGE),
                headers.required(EventHeaders.ORIGIN_TOPIC),
                Math.toIntExact(orZero(headers.number(EventHeaders.ORIGIN_PARTITION))),
                orZero(headers.number(EventHeaders.ORIGIN_OFFSET)),
                Math.toIntExact(orZero(headers.number(EventHeaders.ATTEMPT))));
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}

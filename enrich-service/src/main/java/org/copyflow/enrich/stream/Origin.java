package org.copyflow.enrich.stream;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.Nullable;

/// Where what leaves came from: a raw record.
///
/// @param documentId its key
/// @param source who pushed it
/// @param eventId its own id
/// @param traceparent W3C trace context, where it had one
/// @param partition where it stands in `articles.raw`
/// @param offset likewise
/// @param receivedAt when the push was accepted
record Origin(
        String documentId,
        String source,
        String eventId,
        @Nullable String traceparent,
        int partition,
        long offset,
        Instant receivedAt) {

    private static final String UNKNOWN = "unknown";

    static Origin of(RawArticle raw, Headers headers, RecordMetadata at) {
        return new Origin(
                raw.documentId(),
                raw.source(),
                raw.eventId(),
                new EventHeaders(headers).get(EventHeaders.TRACEPARENT),
                at.partition(),
                at.offset(),
                raw.receivedAt());
    }

    /// The origin of a record whose headers cannot be read: what can be known of it all the same.
    static Origin ofBadHeaders(Record<String, byte[]> record, RecordMetadata at) {
        var headers = new EventHeaders(record.headers());
        String key = record.key();
        String source = headers.get(EventHeaders.CE_SOURCE);
        return new Origin(
                key == null ? UNKNOWN : key,
                source == null ? UNKNOWN : source,
                at.topic() + "-" + at.partition() + "-" + at.offset(),
                headers.get(EventHeaders.TRACEPARENT),
                at.partition(),
                at.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}

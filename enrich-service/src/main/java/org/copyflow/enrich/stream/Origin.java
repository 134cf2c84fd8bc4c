package org.copyflow.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    private static final int MAX_SHOWN_CHARS = 256;

    /// What is carried into the headers of every record that leaves: far more than ingest lets in.
    private static final int MAX_CARRIED_CHARS = 4_096;

    /// @throws IllegalArgumentException where its names are too long to be carried on
    static Origin of(RawArticle raw, Headers headers, RecordMetadata at) {
        String trace = new EventHeaders(headers).get(EventHeaders.TRACEPARENT);
        long chars = (long) raw.source().length()
                + raw.eventId().length()
                + raw.uri().length();
        if (chars + (trace == null ? 0 : trace.length()) > MAX_CARRIED_CHARS) {
            throw new IllegalArgumentException(
                    "its source, uri, event id and trace have more than " + MAX_CARRIED_CHARS + " characters together");
        }
        return new Origin(
                raw.documentId(), raw.source(), raw.eventId(), trace, at.partition(), at.offset(), raw.receivedAt());
    }

    /// The origin of a record whose headers cannot be read: what can be known of it all the same.
    static Origin ofBadHeaders(Record<String, byte[]> record, RecordMetadata at) {
        var headers = new EventHeaders(record.headers());
        String key = record.key();
        String source = headers.get(EventHeaders.CE_SOURCE);
        return new Origin(
                key == null ? UNKNOWN : shown(key),
                source == null ? UNKNOWN : shown(source),
                at.topic() + "-" + at.partition() + "-" + at.offset(),
                null,
                at.partition(),
                at.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// The raw record's place, `partition-offset`, as its receipt names it.
    String place() {
        return partition + "-" + offset;
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN_CHARS
                ? text
                : new String(text.substring(0, MAX_SHOWN_CHARS).getBytes(UTF_8), UTF_8);
    }
}

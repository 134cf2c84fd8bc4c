package org.copyflow.events.raw;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleStatus;
import org.jspecify.annotations.Nullable;

/// A pushed document: its bytes as they came, and what is known of them from outside. On Kafka the bytes are the
/// record's value and everything else stands in its headers (CloudEvents 1.0, binary mode).
///
/// @param eventId the event's own id (`ce_id`), new for every push
/// @param source who pushed it
/// @param uri what the source calls the item
/// @param contentType the media type as pushed, with its charset where it had one
/// @param url the address the caller gave for it
/// @param version the item's version, where the caller counts them
/// @param versionCreated when that version was made
/// @param status may it be used
/// @param embargo not to be shown before
/// @param receivedAt when it was accepted
/// @param content the bytes
@SuppressWarnings("ArrayRecordComponent") // bytes pass through unread; copying them would only cost
public record RawArticle(
        String eventId,
        String source,
        String uri,
        String contentType,
        @Nullable String url,
        @Nullable Long version,
        @Nullable Instant versionCreated,
        ArticleStatus status,
        @Nullable Instant embargo,
        Instant receivedAt,
        byte[] content) {

    /// The CloudEvents type of a raw record.
    public static final String EVENT_TYPE = "org.copyflow.article.pushed.v1";

    /// The key on `articles.raw`.
    public String documentId() {
        return DocumentIds.documentId(source, uri);
    }

    /// The same push of an item that is called otherwise.
    public RawArticle named(String otherUri) {
        return new RawArticle(
                eventId,
                source,
                otherUri,
                contentType,
                url,
                version,
                versionCreated,
                status,
                embargo,
                receivedAt,
                content);
    }

    /// Everything but the bytes, as the headers of the record.
    public void writeTo(Headers headers) {
        new EventHeaders(headers)
                .put(EventHeaders.CE_SPECVERSION, "1.0")
                .put(EventHeaders.CE_ID, eventId)
                .put(EventHeaders.CE_TYPE, EVENT_TYPE)
                .put(EventHeaders.CE_SOURCE, source)
                .put(EventHeaders.CE_SUBJECT, uri)
                .put(EventHeaders.CE_TIME, receivedAt)
                .put(EventHeaders.CONTENT_TYPE, contentType)
                .put(EventHeaders.URL, url)
                .put(EventHeaders.VERSION, version)
                .put(EventHeaders.VERSION_CREATED, versionCreated)
                .put(EventHeaders.STATUS, status.word())
                .put(EventHeaders.EMBARGO, embargo);
    }

    /// @throws IllegalArgumentException naming the header that is missing or cannot be read
    public static RawArticle of(Headers kafkaHeaders, byte[] content) {
        var headers = new EventHeaders(kafkaHeaders);
        return new RawArticle(
                headers.required(EventHeaders.CE_ID),
                headers.required(EventHeaders.CE_SOURCE),
                headers.required(EventHeaders.CE_SUBJECT),
                headers.required(EventHeaders.CONTENT_TYPE),
                headers.get(EventHeaders.URL),
                headers.number(EventHeaders.VERSION),
                headers.instant(EventHeaders.VERSION_CREATED),
                ArticleStatus.ofWord(headers.required(EventHeaders.STATUS)),
                headers.instant(EventHeaders.EMBARGO),
                headers.requiredInstant(EventHeaders.CE_TIME),
                content);
    }
}

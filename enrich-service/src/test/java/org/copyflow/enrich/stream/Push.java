package org.copyflow.enrich.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.Nullable;

/// A push of one item, told by what differs from the plainest one.
record Push(
        String uri,
        String content,
        @Nullable Long version,
        @Nullable Instant versionCreated,
        ArticleStatus status,
        @Nullable Instant embargo) {

    static final String SOURCE = "agency";

    static Push of(String content) {
        return new Push("item:1", content, null, null, ArticleStatus.USABLE, null);
    }

    Push uri(String value) {
        return new Push(value, content, version, versionCreated, status, embargo);
    }

    Push version(long value) {
        return new Push(uri, content, value, versionCreated, status, embargo);
    }

    Push created(Instant value) {
        return new Push(uri, content, version, value, status, embargo);
    }

    Push canceled() {
        return new Push(uri, content, version, versionCreated, ArticleStatus.CANCELED, embargo);
    }

    Push withheld() {
        return new Push(uri, content, version, versionCreated, ArticleStatus.WITHHELD, embargo);
    }

    Push embargo(Instant value) {
        return new Push(uri, content, version, versionCreated, status, value);
    }

    RawArticle raw(String eventId, Instant receivedAt) {
        return new RawArticle(
                eventId,
                SOURCE,
                uri,
                PartsReader.MEDIA_TYPE,
                null,
                version,
                versionCreated,
                status,
                embargo,
                receivedAt,
                content.getBytes(StandardCharsets.UTF_8));
    }
}

package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.List;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// What is known of a raw record's way after its acceptance: the events about it, added up. Events of different
/// topics come in any order. Times are milliseconds since 1970, 0 for none; some 100 bytes.
///
/// @param outcome the last word under which it left enrichment; absent where that was not told yet
/// @param articleIds absent where the only article has the document's own id
/// @param heldAt when its hold began
/// @param until when its hold ends by itself
/// @param by what took its place, or what stands instead of it
/// @param shown how many of its articles entered the views
/// @param removed how many of its articles left them
record Trail(
        @Nullable Outcome outcome,
        @Nullable List<String> articleIds,
        @Nullable String errorCode,
        @Nullable String error,
        long doneAt,
        long heldAt,
        long until,
        @Nullable Receipt by,
        int shown,
        int removed,
        long indexedAt,
        int subscribers,
        int reached,
        long deliveredAt) {

    static final Trail NONE = new Trail(null, List.of(), null, null, 0, 0, 0, null, 0, 0, 0, 0, 0, 0);

    /// @param by what stands instead of it, for those that the outcome says that of
    Trail and(ArticleOutcome told, @Nullable Receipt by) {
        boolean itself = told.articleIds().equals(List.of(told.documentId()));
        long at = told.at().toEpochMilli();
        boolean held = told.outcome() == Outcome.HELD;
        return new Trail(
                told.outcome(),
                itself ? null : told.articleIds(),
                told.errorCode(),
                told.error(),
                at,
                held ? at : heldAt,
                held && told.until() != null ? millis(told.until()) : until,
                by == null ? this.by : by,
                shown,
                removed,
                indexedAt,
                subscribers,
                reached,
                deliveredAt);
    }

    Trail and(ArticleIndexed told) {
        return new Trail(
                outcome,
                articleIds,
                errorCode,
                error,
                doneAt,
                heldAt,
                until,
                by,
                shown + (told.shown() ? 1 : 0),
                removed + (told.shown() ? 0 : 1),
                Math.max(indexedAt, told.at().toEpochMilli()),
                subscribers,
                reached,
                deliveredAt);
    }

    Trail and(ArticleDelivery told) {
        return new Trail(
                outcome,
                articleIds,
                errorCode,
                error,
                doneAt,
                heldAt,
                until,
                by,
                shown,
                removed,
                indexedAt,
                subscribers + told.subscribers(),
                reached + told.reached(),
                Math.max(deliveredAt, told.at().toEpochMilli()));
    }

    Trail gaveWayTo(Receipt successor) {
        return new Trail(
                outcome,
                articleIds,
                errorCode,
                error,
                doneAt,
                heldAt,
                until,
                successor,
                shown,
                removed,
                indexedAt,
                subscribers,
                reached,
                deliveredAt);
    }

    List<String> articleIds(String documentId) {
        return articleIds == null ? List.of(documentId) : articleIds;
    }

    /// How many of its articles stand in the views as it made them, or left them because of it.
    int indexed() {
        int parts = articleIds == null ? 1 : articleIds.size();
        return Math.min(parts, outcome == Outcome.PUBLISHED ? shown : removed);
    }

    /// Its time, as the events state it: when enrichment was done with it, else when the views or subscribers had
    /// it.
    long at() {
        return doneAt != 0 ? doneAt : Math.max(indexedAt, deliveredAt);
    }

    /// A time that milliseconds cannot hold is as good as never.
    private static long millis(Instant until) {
        return until.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : until.toEpochMilli();
    }
}

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
/// topics come in any order. Times are milliseconds since 1970, 0 for none; some 150 bytes.
///
/// @param by what took its place, or what stands instead of it
record Trail(
        Left left,
        Hold hold,
        Views views,
        Readers readers,
        @Nullable Receipt by) {

    static final Trail NONE = new Trail(
            new Left(null, List.of(), null, null, 0), new Hold(0, 0), new Views(0, 0, 0), new Readers(0, 0, 0), null);

    /// How it left enrichment the last time.
    ///
    /// @param outcome absent where that was not told yet
    /// @param articleIds absent where the only article has the document's own id
    record Left(
            @Nullable Outcome outcome,
            @Nullable List<String> articleIds,
            @Nullable String errorCode,
            @Nullable String error,
            long at) {}

    /// @param at when its hold began
    /// @param until when its hold ends by itself
    record Hold(long at, long until) {}

    /// @param shown how many of its articles entered the views
    /// @param removed how many of its articles left them
    record Views(int shown, int removed, long at) {}

    /// @param reached to how many of the subscribers all of it was written
    record Readers(int subscribers, int reached, long at) {}

    /// @param by what stands instead of it, for those that the outcome says that of
    Trail and(ArticleOutcome told, @Nullable Receipt by) {
        boolean itself = told.articleIds().equals(List.of(told.documentId()));
        long at = told.at().toEpochMilli();
        boolean held = told.outcome() == Outcome.HELD;
        var left = new Left(told.outcome(), itself ? null : told.articleIds(), told.errorCode(), told.error(), at);
        long until = told.until() == null ? hold.until() : millis(told.until());
        return new Trail(left, held ? new Hold(at, until) : hold, views, readers, by == null ? this.by : by);
    }

    Trail and(ArticleIndexed told) {
        var now = new Views(
                views.shown() + (told.shown() ? 1 : 0),
                views.removed() + (told.shown() ? 0 : 1),
                Math.max(views.at(), told.at().toEpochMilli()));
        return new Trail(left, hold, now, readers, by);
    }

    Trail and(ArticleDelivery told) {
        var now = new Readers(
                readers.subscribers() + told.subscribers(),
                readers.reached() + told.reached(),
                Math.max(readers.at(), told.at().toEpochMilli()));
        return new Trail(left, hold, views, now, by);
    }

    Trail gaveWayTo(Receipt successor) {
        return new Trail(left, hold, views, readers, successor);
    }

    @Nullable
    Outcome outcome() {
        return left.outcome();
    }

    List<String> articleIds(String documentId) {
        return left.articleIds() == null ? List.of(documentId) : left.articleIds();
    }

    /// How many of its articles stand in the views as it made them, or left them because of it.
    int indexed() {
        int parts = left.articleIds() == null ? 1 : left.articleIds().size();
        return Math.min(parts, left.outcome() == Outcome.PUBLISHED ? views.shown() : views.removed());
    }

    /// Its time, as the events state it: when enrichment was done with it, else when the views or subscribers had
    /// it.
    long at() {
        return left.at() != 0 ? left.at() : Math.max(views.at(), readers.at());
    }

    /// A time that milliseconds cannot hold is as good as never.
    private static long millis(Instant until) {
        return until.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : until.toEpochMilli();
    }
}

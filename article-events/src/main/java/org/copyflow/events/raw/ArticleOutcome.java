package org.copyflow.events.raw;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one raw record.
///
/// @param documentId which document
/// @param source who pushed it
/// @param partition where its raw record stands in `articles.raw`
/// @param offset likewise
/// @param outcome the word it left under
/// @param articleIds the articles that were published, or withdrawn
/// @param until when the hold ends; for [Outcome#HELD] only, absent where only a newer version ends it
/// @param known the raw record of the newest version known before, as `partition-offset`: what this one replaced;
///     for [Outcome#STALE] and [Outcome#DUPLICATE], what stands instead of this one
/// @param errorCode why it could not be read; for [Outcome#DEAD_LETTERED] only
/// @param error the same for people
/// @param receivedAt when the push was accepted
/// @param at when enrichment was done with it
public record ArticleOutcome(
        String documentId,
        String source,
        int partition,
        long offset,
        Outcome outcome,
        List<String> articleIds,
        @Nullable Instant until,
        @Nullable String known,
        @Nullable String errorCode,
        @Nullable String error,
        Instant receivedAt,
        Instant at) {

    public ArticleOutcome {
        articleIds = articleIds == null ? List.of() : List.copyOf(articleIds);
    }
}

package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an accepted article, as the API shows it.
///
/// @param receipt its place in `articles.raw`
/// @param status `accepted` until enrichment is done with it, then the word of its outcome; `superseded` or
///     `withdrawn` once a newer version or a kill took its place; `unknown` where its outcome is too old to be kept
///     here
/// @param id the document's id
/// @param acceptedAt when its push was answered
/// @param articles the articles that were published, or withdrawn
/// @param errorCode why it was dead-lettered
/// @param error the same for people
/// @param doneAt when enrichment was done with it
/// @param steps its way so far
public record ReceiptStatus(
        String receipt,
        String status,
        String id,
        String source,
        String uri,
        Instant acceptedAt,
        List<String> articles,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable Instant doneAt,
        List<Step> steps) {

    public ReceiptStatus {
        articles = List.copyOf(articles);
        steps = List.copyOf(steps);
    }
}

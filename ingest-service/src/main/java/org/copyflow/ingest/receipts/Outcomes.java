package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// The outcomes of the latest raw records, so many at most; the oldest goes first. Keeps of each only what a receipt
/// needs beyond the raw record itself: some 100 bytes. Thread-safe.
public final class Outcomes {

    private final int maxKept;
    private final Map<Receipt, Kept> kept = new LinkedHashMap<>();
    private Instant completeSince;

    /// What is kept of an outcome.
    ///
    /// @param articleIds absent where the only article has the document's own id
    record Kept(
            Outcome outcome,
            @Nullable List<String> articleIds,
            @Nullable String errorCode,
            @Nullable String error,
            long atMs) {

        List<String> articleIds(String documentId) {
            return articleIds == null ? List.of(documentId) : articleIds;
        }

        Instant at() {
            return Instant.ofEpochMilli(atMs);
        }
    }

    /// @param maxKept how many outcomes are kept
    /// @param completeSince outcomes before this are not expected to be there
    public Outcomes(int maxKept, Instant completeSince) {
        this.maxKept = maxKept;
        this.completeSince = completeSince;
    }

    synchronized void add(ArticleOutcome outcome) {
        var receipt = new Receipt(outcome.partition(), outcome.offset());
        boolean itself = outcome.articleIds().equals(List.of(outcome.documentId()));
        kept.put(
                receipt,
                new Kept(
                        outcome.outcome(),
                        itself ? null : outcome.articleIds(),
                        outcome.errorCode(),
                        outcome.error(),
                        outcome.at().toEpochMilli()));
        if (kept.size() > maxKept) {
            var oldest = kept.entrySet().iterator();
            Instant at = oldest.next().getValue().at();
            oldest.remove();
            completeSince = at.isAfter(completeSince) ? at : completeSince;
        }
    }

    synchronized @Nullable Kept find(Receipt receipt) {
        return kept.get(receipt);
    }

    /// Outcomes from before this may be missing.
    synchronized Instant completeSince() {
        return completeSince;
    }

    synchronized int size() {
        return kept.size();
    }
}

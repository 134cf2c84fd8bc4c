package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// The [Trail]s of the latest raw records, so many at most; the oldest goes first. Thread-safe.
public final class Trails {

    private final int maxKept;
    private final Map<Receipt, Trail> kept = new LinkedHashMap<>();
    private Instant completeSince;

    /// @param maxKept how many trails are kept
    /// @param completeSince events before this are not expected to be there
    public Trails(int maxKept, Instant completeSince) {
        this.maxKept = maxKept;
        this.completeSince = completeSince;
    }

    synchronized void add(ArticleOutcome outcome) {
        var receipt = new Receipt(outcome.partition(), outcome.offset());
        Receipt known = outcome.known() == null ? null : Receipt.parse(outcome.known());
        boolean standsInstead = outcome.outcome() == Outcome.STALE || outcome.outcome() == Outcome.DUPLICATE;
        put(receipt, of(receipt).and(outcome, standsInstead ? known : null));
        if (known != null && !standsInstead) {
            kept.computeIfPresent(known, (_, earlier) -> earlier.gaveWayTo(receipt));
        }
    }

    /// What is told of an older raw record, as when an index is made anew, must not push out what is kept.
    synchronized void add(ArticleIndexed indexed) {
        var receipt = new Receipt(indexed.partition(), indexed.offset());
        if (kept.containsKey(receipt) || !indexed.receivedAt().isBefore(completeSince)) {
            put(receipt, of(receipt).and(indexed));
        }
    }

    synchronized void add(ArticleDelivery delivery) {
        var receipt = new Receipt(delivery.partition(), delivery.offset());
        put(receipt, of(receipt).and(delivery));
    }

    synchronized @Nullable Trail find(Receipt receipt) {
        return kept.get(receipt);
    }

    /// Trails from before this may be missing or incomplete.
    synchronized Instant completeSince() {
        return completeSince;
    }

    synchronized int size() {
        return kept.size();
    }

    private Trail of(Receipt receipt) {
        return Objects.requireNonNullElse(kept.get(receipt), Trail.NONE);
    }

    private void put(Receipt receipt, Trail trail) {
        kept.put(receipt, trail);
        if (kept.size() > maxKept) {
            var oldest = kept.entrySet().iterator();
            Instant at = Instant.ofEpochMilli(oldest.next().getValue().at());
            oldest.remove();
            completeSince = at.isAfter(completeSince) ? at : completeSince;
        }
    }
}

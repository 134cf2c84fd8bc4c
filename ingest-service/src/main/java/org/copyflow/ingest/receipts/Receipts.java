package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// Says what became of accepted articles. Thread-safe.
public final class Receipts {

    private static final String ACCEPTED = "accepted";
    private static final String UNKNOWN = "unknown";
    private static final String SUPERSEDED = "superseded";

    private final RawRecords records;
    private final Trails trails;

    public Receipts(RawRecords records, Trails trails) {
        this.records = records;
        this.trails = trails;
    }

    /// What became of the article; absent where none was accepted there, or Kafka no longer keeps it.
    ///
    /// @throws RawRecords.LookupException where Kafka did not answer in time
    public @Nullable ReceiptStatus find(Receipt receipt) {
        RawArticle article = records.find(receipt);
        if (article == null) {
            return null;
        }
        Trail trail = trails.find(receipt);
        Trail done = trail == null || trail.outcome() == null ? null : trail;
        return new ReceiptStatus(
                receipt.toString(),
                status(article, trail),
                article.documentId(),
                article.source(),
                article.uri(),
                article.receivedAt(),
                done == null ? List.of() : done.articleIds(article.documentId()),
                done == null ? null : done.left().errorCode(),
                done == null ? null : done.left().error(),
                done == null ? null : time(done.left().at()),
                steps(article, trail));
    }

    private String status(RawArticle article, @Nullable Trail trail) {
        Outcome outcome = trail == null ? null : trail.outcome();
        if (trail == null || outcome == null) {
            return article.receivedAt().isBefore(trails.completeSince()) ? UNKNOWN : ACCEPTED;
        }
        Receipt by = trail.by();
        return by != null && gaveWay(trail) ? whatReplaced(by) : outcome.word();
    }

    /// Whether it was shown, or held to be shown, and something else took its place.
    private static boolean gaveWay(Trail trail) {
        return trail.by() != null
                && (trail.outcome() == Outcome.PUBLISHED
                        || trail.outcome() == Outcome.HELD
                        || (trail.outcome() == Outcome.STALE && trail.hold().at() != 0));
    }

    /// `withdrawn` where a kill took its place, else `superseded`.
    private String whatReplaced(Receipt by) {
        Trail successor = trails.find(by);
        return successor != null && successor.outcome() == Outcome.WITHDRAWN ? Outcome.WITHDRAWN.word() : SUPERSEDED;
    }

    private List<Step> steps(RawArticle article, @Nullable Trail trail) {
        var steps = new ArrayList<Step>();
        steps.add(Step.plain(ACCEPTED, article.receivedAt()));
        if (trail == null) {
            return steps;
        }
        if (trail.hold().at() != 0) {
            steps.add(Step.held(
                    time(trail.hold().at()),
                    trail.hold().until() == 0 ? null : time(trail.hold().until())));
        }
        addEnriched(trail, steps);
        int parts = trail.articleIds(article.documentId()).size();
        if (trail.views().at() != 0 && parts > 0) {
            steps.add(Step.counted("indexed", time(trail.views().at()), trail.indexed(), parts));
        }
        if (trail.readers().at() != 0) {
            steps.add(Step.counted(
                    "delivered",
                    time(trail.readers().at()),
                    trail.readers().reached(),
                    trail.readers().subscribers()));
        }
        addWhatReplaced(trail, steps);
        return steps;
    }

    private static void addEnriched(Trail trail, List<Step> steps) {
        Outcome outcome = trail.outcome();
        boolean endOfHold = outcome == Outcome.STALE && trail.hold().at() != 0;
        if (outcome != null && outcome != Outcome.HELD && !endOfHold) {
            boolean notTaken = outcome == Outcome.STALE || outcome == Outcome.DUPLICATE;
            String by = notTaken && trail.by() != null ? trail.by().toString() : null;
            steps.add(Step.enriched(time(trail.left().at()), outcome.word(), by));
        }
    }

    private void addWhatReplaced(Trail trail, List<Step> steps) {
        Receipt by = trail.by();
        if (by != null && (gaveWay(trail) || trail.outcome() == Outcome.WITHDRAWN)) {
            Trail successor = trails.find(by);
            Instant at = successor == null || successor.left().at() == 0
                    ? null
                    : time(successor.left().at());
            steps.add(Step.gaveWay(whatReplaced(by), at, by.toString()));
        }
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}

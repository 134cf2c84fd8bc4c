package org.copyflow.enrich.stream;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.enrich.stream.DocumentState.Hold;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.Nullable;

/// Carries out what the [CopyDesk] decides, for one partition: keeps the stores, sends the records, counts. Not
/// thread-safe.
final class ArticleTask {

    private static final int MAX_RELEASES_AT_ONCE = 500;

    private final ProcessorContext<String, byte[]> context;
    private final CopyDesk desk;
    private final EnrichMeters meters;
    private final Clock clock;
    private final KeyValueStore<String, DocumentState> documents;
    private final HeldArticles held;
    private final EnrichRecords out;

    /// @param out what writes its records
    ArticleTask(ProcessorContext<String, byte[]> context, CopyDesk desk, EnrichMeters meters, EnrichRecords out) {
        this.context = context;
        this.desk = desk;
        this.meters = meters;
        this.clock = out.clock();
        this.documents = context.getStateStore(EnrichTopology.DOCUMENTS);
        this.held = new HeldArticles(context.getStateStore(EnrichTopology.HELD));
        this.out = out;
    }

    void process(Record<String, byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        RawArticle raw;
        Origin origin;
        try {
            raw = read(record);
            origin = Origin.of(raw, record.headers(), at);
        } catch (IllegalArgumentException e) {
            leave(Origin.ofBadHeaders(record, at), record, badHeaders(e), List.of());
            return;
        }
        DocumentState state = documents.get(origin.documentId());
        Departure departure = desk.decide(raw, state == null ? null : state.newest());
        leave(origin, record, departure, carryOut(departure, origin, raw, state));
    }

    /// Publishes what is due.
    void release() {
        for (String documentId : held.due(clock.instant(), MAX_RELEASES_AT_ONCE)) {
            DocumentState state = documents.get(documentId);
            Hold hold = state == null ? null : state.hold();
            if (state == null || hold == null) {
                throw new IllegalStateException("The store 'held' has articles of document " + documentId
                        + " but the store 'documents' knows of no hold; restore both from their changelogs.");
            }
            List<EnrichedRecord> articles = held.remove(documentId, hold);
            out.articles(hold.origin(), articles);
            documents.put(documentId, new DocumentState(state.newest(), articles.size(), null));
            endHold(hold.origin(), Outcome.PUBLISHED, articleIds(documentId, articles.size()));
        }
    }

    /// @throws IllegalArgumentException saying what is wrong with the record
    private static RawArticle read(Record<String, byte[]> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        RawArticle raw = RawArticle.of(record.headers(), record.value());
        if (!raw.documentId().equals(record.key())) {
            throw new IllegalArgumentException("the key is '" + record.key() + "', but " + EventHeaders.CE_SOURCE
                    + " and " + EventHeaders.CE_SUBJECT + " make it '" + raw.documentId() + "'");
        }
        return raw;
    }

    private static Departure badHeaders(IllegalArgumentException e) {
        return new Departure.DeadLettered(
                "bad-headers",
                "The record is not a raw article: " + e.getMessage()
                        + ". Push documents through ingest, or write its headers.");
    }

    /// Applies a departure to the stores and to the topic of articles.
    ///
    /// @return the articles that were published or withdrawn
    private List<String> carryOut(Departure departure, Origin origin, RawArticle raw, @Nullable DocumentState state) {
        String id = origin.documentId();
        int partsBefore = state == null ? 0 : state.publishedParts();
        return switch (departure) {
            case Departure.Duplicate _, Departure.Stale _, Departure.DeadLettered _ -> List.of();
            case Departure.Published published -> {
                replaceHold(id, state);
                int parts = published.articles().size();
                out.articles(origin, published.articles());
                out.withdrawals(origin, raw, parts + 1, partsBefore);
                documents.put(id, new DocumentState(published.version(), parts, null));
                yield articleIds(id, parts);
            }
            case Departure.Held holding -> {
                replaceHold(id, state);
                out.withdrawals(origin, raw, 1, partsBefore);
                var hold = new Hold(holding.until(), holding.articles().size(), origin);
                held.put(id, hold, holding.articles());
                documents.put(id, new DocumentState(holding.version(), 0, hold));
                yield articleIds(id, partsBefore);
            }
            case Departure.Withdrawn withdrawn -> {
                replaceHold(id, state);
                out.withdrawals(origin, raw, 1, partsBefore);
                documents.put(id, new DocumentState(withdrawn.version(), 0, null));
                yield articleIds(id, partsBefore);
            }
        };
    }

    /// What was held back gives way to what has come.
    private void replaceHold(String documentId, @Nullable DocumentState state) {
        if (state != null && state.hold() != null) {
            held.remove(documentId, state.hold());
            endHold(state.hold().origin(), Outcome.STALE, List.of());
        }
    }

    /// The one place where a raw record leaves.
    private void leave(Origin origin, Record<String, byte[]> record, Departure departure, List<String> articleIds) {
        Departure.DeadLettered letter = departure instanceof Departure.DeadLettered it ? it : null;
        if (letter != null) {
            out.deadLetter(origin, record, letter);
        }
        out.outcome(origin, departure.outcome(), articleIds, letter);
        meters.left(origin, departure.outcome(), clock.instant());
    }

    private void endHold(Origin origin, Outcome outcome, List<String> articleIds) {
        out.outcome(origin, outcome, articleIds, null);
        meters.holdEnded(origin, outcome);
    }

    private static List<String> articleIds(String documentId, int parts) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> DocumentIds.articleId(documentId, part))
                .toList();
    }
}

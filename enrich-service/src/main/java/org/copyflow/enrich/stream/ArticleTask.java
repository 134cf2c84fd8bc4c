package org.copyflow.enrich.stream;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.enrich.stream.DocumentState.Hold;
import org.copyflow.enrich.stream.DocumentState.Shown;
import org.copyflow.enrichment.change.ShownArticles;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.EventHeaders;
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
    private final ShownVersions shown;
    private final EnrichRecords out;

    /// @param out what writes its records
    ArticleTask(ProcessorContext<String, byte[]> context, CopyDesk desk, EnrichMeters meters, EnrichRecords out) {
        this.context = context;
        this.desk = desk;
        this.meters = meters;
        this.clock = out.clock();
        this.documents = context.getStateStore(EnrichTopology.DOCUMENTS);
        this.held = new HeldArticles(context.getStateStore(EnrichTopology.HELD));
        this.shown = new ShownVersions(context.getStateStore(EnrichTopology.SHOWN));
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
            leave(Origin.ofBadHeaders(record, at), record, Ending.of(badHeaders(e), List.of(), null));
            return;
        }
        DocumentState state = documents.get(origin.documentId());
        Departure departure = state == null
                ? desk.decide(raw, null, ShownArticles.NONE)
                : desk.decide(raw, state.newest(), shown.of(state.shown()));
        List<String> articleIds = carryOut(departure, origin, raw, state);
        leave(origin, record, Ending.of(departure, articleIds, state));
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
            Shown seen = shown.replace(documentId, state.shown(), articles, clock.millis());
            documents.put(documentId, new DocumentState(state.newest(), state.place(), articles.size(), seen, null));
            endHold(hold.origin(), Ending.released(articleIds(documentId, articles.size())));
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
        Shown before = state == null ? null : state.shown();
        return switch (departure) {
            case Departure.Duplicate _, Departure.Stale _, Departure.DeadLettered _ -> List.of();
            case Departure.Published published -> {
                replaceHold(state, origin);
                int parts = published.articles().size();
                out.articles(origin, published.articles());
                out.withdrawals(origin, raw, parts + 1, partsBefore);
                Shown seen = shown.replace(id, before, published.articles(), clock.millis());
                documents.put(id, new DocumentState(published.version(), origin.place(), parts, seen, null));
                yield articleIds(id, parts);
            }
            case Departure.Held holding -> {
                replaceHold(state, origin);
                out.withdrawals(origin, raw, 1, partsBefore);
                var hold = new Hold(holding.until(), holding.articles().size(), origin);
                held.put(id, hold, holding.articles());
                Shown seen = holding.until() == null ? forget(id, before) : before;
                documents.put(id, new DocumentState(holding.version(), origin.place(), 0, seen, hold));
                yield articleIds(id, partsBefore);
            }
            case Departure.Withdrawn withdrawn -> {
                replaceHold(state, origin);
                out.withdrawals(origin, raw, 1, partsBefore);
                documents.put(id, new DocumentState(withdrawn.version(), origin.place(), 0, forget(id, before), null));
                yield articleIds(id, partsBefore);
            }
        };
    }

    /// What was held back gives way to what has come.
    private void replaceHold(@Nullable DocumentState state, Origin successor) {
        if (state != null && state.hold() != null) {
            held.remove(successor.documentId(), state.hold());
            endHold(state.hold().origin(), Ending.gaveWayTo(successor));
        }
    }

    /// What was killed or is withheld must not come back as the text before a correction.
    private @Nullable Shown forget(String documentId, @Nullable Shown before) {
        shown.forget(documentId, before);
        return null;
    }

    /// The one place where a raw record leaves.
    private void leave(Origin origin, Record<String, byte[]> record, Ending ending) {
        if (ending.letter() != null) {
            out.deadLetter(origin, record, ending.letter());
        }
        out.outcome(origin, ending);
        meters.left(origin, ending.outcome(), clock.instant());
    }

    private void endHold(Origin origin, Ending ending) {
        out.outcome(origin, ending);
        meters.holdEnded(origin, ending.outcome());
    }

    private static List<String> articleIds(String documentId, int parts) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> DocumentIds.articleId(documentId, part))
                .toList();
    }
}

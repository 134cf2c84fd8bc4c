package org.copyflow.enrich.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.pace.PromptCommits;

/// The map of enrichment:
///
/// ```
///                                          ┌─► articles.enriched
/// articles.raw ──► enrich (documents, held,┼─► articles.dead-letters
///                          shown)          └─► articles.outcomes
/// ```
///
/// A pure function of its arguments.
public final class EnrichTopology {

    static final String ENRICHED = "enriched";
    static final String DEAD_LETTERS = "dead-letters";
    static final String OUTCOMES = "outcomes";
    static final String DOCUMENTS = "documents";
    static final String HELD = "held";
    static final String SHOWN = "shown";

    private static final String RAW = "raw";
    private static final String ENRICH = "enrich";

    private EnrichTopology() {}

    /// @param enricher what makes articles of documents
    /// @param clock says when an embargo is over
    /// @param maxRecordBytes the largest record that may be written, headers included
    /// @param registry where its numbers go
    public static Topology build(Enricher enricher, Clock clock, int maxRecordBytes, MeterRegistry registry) {
        var desk = new CopyDesk(enricher, clock, CopyDesk.maxArticleBytes(maxRecordBytes));
        var meters = new EnrichMeters(registry);
        var commits = new PromptCommits();
        var raw = EventTopics.ARTICLES_RAW;
        var text = new StringSerializer();
        var bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(RAW, raw.keySerde().deserializer(), raw.valueSerde().deserializer(), raw.name())
                .addProcessor(ENRICH, () -> new ArticleProcessor(desk, meters, clock, maxRecordBytes, commits), RAW)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DOCUMENTS),
                                Serdes.String(),
                                new JsonSerde<>(DocumentState.class)),
                        ENRICH)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(HELD), Serdes.String(), Serdes.ByteArray()),
                        ENRICH)
                .addStateStore(ShownVersions.store(SHOWN), ENRICH)
                .addSink(ENRICHED, EventTopics.ARTICLES_ENRICHED.name(), text, bytes, ENRICH)
                .addSink(DEAD_LETTERS, EventTopics.ARTICLES_DEAD_LETTERS.name(), text, bytes, ENRICH)
                .addSink(OUTCOMES, EventTopics.ARTICLES_OUTCOMES.name(), text, bytes, ENRICH);
    }
}

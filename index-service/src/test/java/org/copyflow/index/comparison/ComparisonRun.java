package org.copyflow.index.comparison;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.StoreLayout;

/// A processor over its stores, without Kafka.
final class ComparisonRun {

    private final ComparisonLimits limits;
    private final TitleVectors vectors;
    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private ComparisonProcessor processor;
    private List<CapturedPunctuator> due = List.of();

    /// @param embeddings of English headlines
    ComparisonRun(ComparisonLimits limits, Embeddings embeddings) {
        this.limits = limits;
        vectors = new TitleVectors(Map.of("en", embeddings), EmbeddingBudget.unlimited());
        context.setCurrentSystemTimeMs(0);
        for (StoreBuilder<?> builder : IndexStores.ofComparisons(Stores::inMemoryKeyValueStore)) {
            StateStore store = builder.withLoggingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        processor = start();
    }

    void restart() {
        processor = start();
    }

    private ComparisonProcessor start() {
        int old = context.scheduledPunctuators().size();
        var started = new ComparisonProcessor(limits, vectors, new PublishPace(100));
        started.init(context);
        List<CapturedPunctuator> all = context.scheduledPunctuators();
        due = all.subList(old, all.size());
        return started;
    }

    void put(String language, ArticleDigest digest, Instant now) {
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        processor.process(new Record<>(language, digest, now.toEpochMilli()));
    }

    /// Publishes what is due.
    void publish(Instant now) {
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        due.forEach(each -> each.getPunctuator().punctuate(now.toEpochMilli()));
    }

    /// What was said since the last call, of each article and story the last.
    Map<String, String> said() {
        var said = new TreeMap<String, String>();
        context.forwarded()
                .forEach(each -> said.put(
                        each.childName().orElse("") + " " + each.record().key(),
                        String.valueOf(each.record().value())));
        context.resetForwards();
        return said;
    }

    /// All that is kept.
    Map<String, String> kept() {
        var kept = new TreeMap<String, String>();
        for (String name : List.of(IndexStores.COMPARED, IndexStores.STORIES)) {
            StoreLayout<String, Object> layout = IndexStores.layout(name);
            KeyValueStore<String, Object> store = context.getStateStore(name);
            try (var all = store.all()) {
                all.forEachRemaining(entry -> kept.put(
                        name + " " + entry.key,
                        new String(layout.values().serializer().serialize(name, entry.value), StandardCharsets.UTF_8)));
            }
        }
        return kept;
    }
}

package org.copyflow.index.stream;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.comparison.ComparisonProcessor;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.store.HeldParts;
import org.copyflow.index.store.IndexStores;
import org.copyflow.kit.pace.PromptCommits;

/// Articles become topic events, topic events become views; articles of one language are compared.
///
/// ```
/// articles.enriched → changes (articles) → topics.feed → views (topics, topic-articles, topic-counts, topic-history)
///                                                         → topics.views, articles.indexed
///                     changes → articles.digests → comparison (compared-articles, stories)
///                                                         → articles.relations, stories
/// articles.relations → related (articles) → topics.feed
/// ```
///
/// The feed is the log and the views follow from it alone, so its partitions spread the topics over the instances, and
/// a topic's events stand in one partition in order. `changes` and `related` are one task, which keeps the article.
public final class IndexTopology {

    static final String FEED = "feed";
    static final String DIGESTS = "digests";
    static final String PUBLISHED = "published";
    static final String INDEXED = "indexed";

    private IndexTopology() {}

    /// @param queries the saved queries, of which each article is asked
    /// @param held told from when to when which stores can be asked
    public static Topology of(
            IndexLimits limits,
            ArticleQueries queries,
            Supplier<ComparisonProcessor> comparison,
            IndexMeters meters,
            HeldParts held) {
        return of(limits, queries, comparison, meters, new Keeping(held, Stores::persistentKeyValueStore));
    }

    /// How its stores are kept.
    record Keeping(HeldParts held, IndexStores.Kept kept) {}

    static Topology of(
            IndexLimits limits,
            ArticleQueries queries,
            Supplier<ComparisonProcessor> comparison,
            IndexMeters meters,
            Keeping keeping) {
        var topology = new Topology();
        var commits = new PromptCommits();
        source(topology, "enriched", EventTopics.ARTICLES_ENRICHED.unread());
        topology.addProcessor(
                "changes",
                supplier(
                        () -> new ArticleProcessor(queries, meters, commits),
                        IndexStores.ofArticles(keeping.kept()),
                        keeping.held()),
                "enriched");
        source(topology, "known-relations", EventTopics.ARTICLES_RELATIONS);
        topology.addProcessor("related", RelationsProcessor::new, "known-relations");
        topology.connectProcessorAndStateStores("related", IndexStores.ARTICLES);
        sink(topology, FEED, EventTopics.TOPICS_FEED.unread(), "changes", "related");
        sink(topology, DIGESTS, EventTopics.ARTICLES_DIGESTS, "changes");

        source(topology, "digested", EventTopics.ARTICLES_DIGESTS);
        topology.addProcessor(
                "comparison",
                supplier(comparison::get, IndexStores.ofComparisons(keeping.kept()), keeping.held()),
                "digested");
        sink(topology, ComparisonProcessor.RELATIONS, EventTopics.ARTICLES_RELATIONS, "comparison");
        sink(topology, ComparisonProcessor.STORIES, EventTopics.STORIES, "comparison");

        source(topology, "events", EventTopics.TOPICS_FEED.unread());
        var pace = new PublishPace(limits.publishPercent());
        topology.addProcessor(
                "views",
                supplier(
                        () -> new ViewProcessor(limits, pace, meters),
                        IndexStores.ofTopics(keeping.kept()),
                        keeping.held()),
                "events");
        sink(topology, PUBLISHED, EventTopics.TOPICS_VIEWS, "views");
        sink(topology, INDEXED, EventTopics.ARTICLES_INDEXED, "views");
        return topology;
    }

    private static void source(Topology topology, String name, EventTopic<?, ?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.name());
    }

    private static <K, V> void sink(Topology topology, String name, EventTopic<K, V> topic, String... from) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                from);
    }

    private static <A, B, C, D> ProcessorSupplier<A, B, C, D> supplier(
            Supplier<Processor<A, B, C, D>> processors, Set<StoreBuilder<?>> stores, HeldParts held) {
        Set<String> names = stores.stream().map(StoreBuilder::name).collect(Collectors.toUnmodifiableSet());
        return new ProcessorSupplier<>() {
            @Override
            public Processor<A, B, C, D> get() {
                return new AnnouncedProcessor<>(processors.get(), names, held);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}

package org.copyflow.index.store;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.story.Story;

/// The state stores of the topology: each name spelled once.
public final class IndexStores {

    /// Article id → [IndexedArticle].
    public static final String ARTICLES = "articles";

    /// Topic id → [TopicState].
    public static final String TOPICS = "topics";

    /// Topic and position → [KeptCard]; see [StoreKeys].
    public static final String TOPIC_ARTICLES = "topic-articles";

    /// Topic and feed offset → the event as it stands on the feed; see [StoreKeys].
    public static final String TOPIC_HISTORY = "topic-history";

    /// Topic and day → [org.copyflow.index.times.DayCounts] as bytes; see [StoreKeys].
    public static final String TOPIC_COUNTS = "topic-counts";

    /// Feed partition → offset of the last event that is in the other stores. In memory: it follows from them.
    public static final String COVERAGE = "feed-coverage";

    /// Article id → [ComparedArticle], of the languages of a partition.
    public static final String COMPARED = "compared-articles";

    /// Story id → [Story], of the languages of a partition.
    public static final String STORIES = "stories";

    private static final Map<String, StoreLayout<?, ?>> LAYOUTS = Stream.of(
                    new StoreLayout<>(
                            ARTICLES, Serdes.String(), IndexedArticle.serde(), EventTopics.ARTICLES_ENRICHED.name()),
                    layout(COMPARED, Serdes.String(), ComparedArticle.class, EventTopics.ARTICLES_DIGESTS),
                    layout(STORIES, Serdes.String(), Story.class, EventTopics.ARTICLES_DIGESTS),
                    layout(TOPICS, Serdes.String(), TopicState.class, EventTopics.TOPICS_FEED),
                    new StoreLayout<>(TOPIC_ARTICLES, Serdes.Bytes(), KeptCard.serde(), EventTopics.TOPICS_FEED.name()),
                    new StoreLayout<>(TOPIC_COUNTS, Serdes.Bytes(), Serdes.ByteArray(), EventTopics.TOPICS_FEED.name()),
                    new StoreLayout<>(
                            TOPIC_HISTORY, Serdes.Bytes(), Serdes.ByteArray(), EventTopics.TOPICS_FEED.name()),
                    new StoreLayout<>(COVERAGE, Serdes.Integer(), Serdes.Long(), EventTopics.TOPICS_FEED.name()))
            .collect(Collectors.toUnmodifiableMap(StoreLayout::name, Function.identity()));

    /// How the stores with a changelog are kept: on disk, but for tests.
    public interface Kept {
        KeyValueBytesStoreSupplier store(String name);
    }

    private IndexStores() {}

    /// @throws IllegalArgumentException where there is no such store
    @SuppressWarnings("unchecked") // who asks for a store by its name knows what is in it, as with Kafka's own
    public static <K, V> StoreLayout<K, V> layout(String storeName) {
        StoreLayout<?, ?> layout = LAYOUTS.get(storeName);
        if (layout == null) {
            throw new IllegalArgumentException("there is no store '" + storeName + "'");
        }
        return (StoreLayout<K, V>) layout;
    }

    public static Set<StoreBuilder<?>> ofArticles(Kept kept) {
        return Set.of(layout(ARTICLES).logged(kept));
    }

    public static Set<StoreBuilder<?>> ofComparisons(Kept kept) {
        return Set.of(layout(COMPARED).logged(kept), layout(STORIES).logged(kept));
    }

    public static Set<StoreBuilder<?>> ofTopics(Kept kept) {
        return Set.of(
                layout(TOPICS).logged(kept),
                layout(TOPIC_ARTICLES).logged(kept),
                layout(TOPIC_COUNTS).logged(kept),
                layout(TOPIC_HISTORY).logged(kept),
                layout(COVERAGE).inMemory());
    }

    private static <K, V> StoreLayout<K, V> layout(
            String name, Serde<K> keys, Class<V> values, EventTopic<?, ?> source) {
        return new StoreLayout<>(name, keys, new JsonSerde<>(values), source.name());
    }
}

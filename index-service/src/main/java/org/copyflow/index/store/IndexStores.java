package org.copyflow.index.store;

import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.story.Story;
import org.copyflow.events.topic.TopicEvent;

/// The state stores of the topology: each name spelled once.
public final class IndexStores {

    /// Article id → [IndexedArticle].
    public static final String ARTICLES = "articles";

    /// Topic id → [TopicState].
    public static final String TOPICS = "topics";

    /// Topic and position → [KeptCard]; see [StoreKeys].
    public static final String TOPIC_ARTICLES = "topic-articles";

    /// Topic and feed offset → [TopicEvent]; see [StoreKeys].
    public static final String TOPIC_HISTORY = "topic-history";

    /// Feed partition → offset of the last event that is in the other stores. In memory: it follows from them.
    public static final String COVERAGE = "feed-coverage";

    /// Article id → [ComparedArticle], of the languages of a partition.
    public static final String COMPARED = "compared-articles";

    /// Story id → [Story], of the languages of a partition.
    public static final String STORIES = "stories";

    private IndexStores() {}

    /// The Kafka topic from whose partitions a store's partitions follow.
    public static String sourceOf(String storeName) {
        return switch (storeName) {
            case ARTICLES -> EventTopics.ARTICLES_ENRICHED.name();
            case COMPARED, STORIES -> EventTopics.ARTICLES_DIGESTS.name();
            default -> EventTopics.TOPICS_FEED.name();
        };
    }

    public static Set<StoreBuilder<?>> ofArticles() {
        return Set.of(persistent(ARTICLES, Serdes.String(), new JsonSerde<>(IndexedArticle.class)));
    }

    public static Set<StoreBuilder<?>> ofComparisons() {
        return Set.of(
                persistent(COMPARED, Serdes.String(), new JsonSerde<>(ComparedArticle.class)),
                persistent(STORIES, Serdes.String(), new JsonSerde<>(Story.class)));
    }

    public static Set<StoreBuilder<?>> ofTopics() {
        return Set.of(
                persistent(TOPICS, Serdes.String(), new JsonSerde<>(TopicState.class)),
                persistent(TOPIC_ARTICLES, Serdes.Bytes(), new JsonSerde<>(KeptCard.class)),
                persistent(TOPIC_HISTORY, Serdes.Bytes(), new JsonSerde<>(TopicEvent.class)),
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(COVERAGE), Serdes.Integer(), Serdes.Long())
                        .withLoggingDisabled());
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> persistent(String name, Serde<K> key, Serde<V> value) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
    }
}

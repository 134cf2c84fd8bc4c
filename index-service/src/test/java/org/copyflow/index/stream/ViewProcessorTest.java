package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.harbour;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.StoreKeys;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.store.TopicState.Cards;
import org.copyflow.index.store.TopicState.History;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the processor does with stores that hold something when it starts, and with events that it saw before.
class ViewProcessorTest {

    private static final TopicRef TOPIC = new TopicRef("source:agency", "agency", "source");
    private static final TopicEvent ADDED = new TopicEvent(TOPIC, Change.ADDED, NOON, CardOf.of(harbour("a1")), null);

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final ViewProcessor processor =
            new ViewProcessor(IndexDriver.LIMITS, new PublishPace(100), new IndexMeters(new SimpleMeterRegistry()));
    private final KeyValueStore<String, TopicState> topics =
            store(IndexStores.TOPICS, Serdes.String(), TopicState.class);
    private final KeyValueStore<Bytes, KeptCard> cards = store(
            IndexStores.TOPIC_ARTICLES,
            IndexStores.<Bytes, KeptCard>layout(IndexStores.TOPIC_ARTICLES).keys(),
            IndexStores.<Bytes, KeptCard>layout(IndexStores.TOPIC_ARTICLES).values());

    @BeforeEach
    void addStores() {
        store(IndexStores.TOPIC_HISTORY, Serdes.Bytes(), Serdes.ByteArray());
        KeyValueStore<Bytes, byte[]> counts = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(IndexStores.TOPIC_COUNTS), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        counts.init(context.getStateStoreContext(), counts);
        KeyValueStore<Integer, Long> coverage = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(IndexStores.COVERAGE), Serdes.Integer(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        coverage.init(context.getStateStoreContext(), coverage);
        context.setCurrentSystemTimeMs(NOON.toEpochMilli());
    }

    @Test
    void publishesWhatWasNotPublishedWhenItLastStopped() {
        topics.put("source:agency", state(true, 7));
        topics.put("source:paper", state(false, 9));
        cards.put(
                StoreKeys.card("source:paper", CardPosition.of(ADDED.article())),
                new KeptCard("paper", ADDED.article(), List.of()));

        processor.init(context);
        publish();

        assertThat(context.forwarded().stream()
                        .map(forwarded -> forwarded.record().key())
                        .toList())
                .isEqualTo(List.of("source:paper"));
        assertThat(Objects.requireNonNull(topics.get("source:paper")).published())
                .isTrue();
        assertThat(coverage()).isEqualTo(9);
    }

    @Test
    void ignoresAnEventThatItSawBefore() {
        processor.init(context);
        process(ADDED, 5);
        TopicState once = topics.get("source:agency");

        process(ADDED, 5);
        process(ADDED, 4);

        assertThat(topics.get("source:agency")).isEqualTo(once);
        assertThat(Objects.requireNonNull(once).articles()).isEqualTo(1);
    }

    @Test
    void forgetsWhatItMeantToPublishWhenItStartsAgain() {
        processor.init(context);
        process(ADDED, 5);
        topics.delete("source:agency"); // as if what it did was rolled back

        processor.init(context);
        publish();

        assertThat(context.forwarded()).isEmpty();
    }

    private void process(TopicEvent event, long offset) {
        context.setRecordMetadata("topics.feed", 0, offset);
        processor.process(new Record<>(event.topic().id(), new FeedJson().write(event), NOON.toEpochMilli()));
    }

    private void publish() {
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(NOON.toEpochMilli());
    }

    private long coverage() {
        KeyValueStore<Integer, Long> coverage = context.getStateStore(IndexStores.COVERAGE);
        return coverage.get(context.taskId().partition());
    }

    private static TopicState state(boolean published, long latest) {
        return new TopicState(TOPIC, 1, new Cards(1, null), new History(1, latest, -1), NOON, published, 0);
    }

    private <K, V> KeyValueStore<K, V> store(String name, Serde<K> key, Class<V> value) {
        return store(name, key, new JsonSerde<>(value));
    }

    private <K, V> KeyValueStore<K, V> store(String name, Serde<K> key, Serde<V> value) {
        KeyValueStore<K, V> store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), key, value)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}

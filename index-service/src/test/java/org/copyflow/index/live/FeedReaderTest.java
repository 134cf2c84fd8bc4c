package org.copyflow.index.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.SampleArticles;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.live.Subscription.Signal;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedReaderTest {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration LONG = Duration.ofSeconds(20);

    private volatile String topicId = "one";
    private final LinkedBlockingQueue<MockConsumer<String, byte[]>> consumers = new LinkedBlockingQueue<>();
    private final Subscribers subscribers = new Subscribers(
            new Subscribers.Limits(10, 100, 100),
            new Deliveries(InstantSource.system()),
            new Withdrawals(),
            new SimpleMeterRegistry());
    private final FeedReader reader = new FeedReader(
            this::nextConsumer,
            () -> topicId,
            subscribers,
            Clock.fixed(NOON, ZoneOffset.UTC),
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void looksBackALittleThenHandsOnWhatHappens() throws Exception {
        var consumer = consumer(0, 22_005);
        consumers.add(consumer);
        consumer.schedulePollTask(() -> {
            assertThat(consumer.position(PARTITION)).isEqualTo(2_005);
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 22_003, "source:agency", json("a")));
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 22_004, "source:agency", json("b")));
        });
        assertThat(reader.check().passed()).isFalse();
        reader.start();

        Awaitility.await().atMost(LONG).until(() -> reader.check().passed());
        try (var subscription = subscribers.subscribe("source:agency")) {
            assertThat(subscription.start()).isEqualTo(Cursor.of("one", Map.of(0, 22_004L)));
            consumer.schedulePollTask(
                    () -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 22_005, "source:agency", json("c"))));
            assertThat(article(subscription.next(LONG))).isEqualTo("c");
        }
    }

    @Test
    void goesOnWhereItWasAfterAFailure() throws Exception {
        var failing = consumer(0, 0);
        var next = consumer(0, 2);
        consumers.add(failing);
        consumers.add(next);
        reader.start();
        Awaitility.await().atMost(LONG).until(() -> reader.check().passed());

        try (var subscription = subscribers.subscribe("source:agency")) {
            failing.schedulePollTask(
                    () -> failing.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, "source:agency", json("a"))));
            failing.schedulePollTask(() -> failing.setPollException(new KafkaException("the cluster is gone")));
            next.schedulePollTask(() -> next.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "source:agency", json("b"))));

            assertThat(article(subscription.next(LONG))).isEqualTo("a");
            assertThat(article(subscription.next(LONG))).isEqualTo("b");
        }
    }

    @Test
    void beginsAnewWhereTheTopicWasMadeAnew() throws Exception {
        var failing = consumer(0, 50);
        var next = consumer(0, 1);
        consumers.add(failing);
        consumers.add(next);
        failing.schedulePollTask(
                () -> failing.addRecord(new ConsumerRecord<>(TOPIC, 0, 49, "source:agency", json("a"))));
        reader.start();
        Awaitility.await().atMost(LONG).until(() -> reader.check().passed());

        try (var subscription = subscribers.subscribe(Filter.ALL, 0)) {
            topicId = "another";
            failing.schedulePollTask(() -> failing.setPollException(new KafkaException("the cluster is gone")));
            next.schedulePollTask(() -> next.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, "source:agency", json("b"))));

            assertThat(subscription.next(LONG)).isInstanceOf(Signal.Stopped.class);
            Awaitility.await()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(subscribers.position()).hasToString("another~0-0"));
        }
    }

    @Test
    void leavesOutWhatIsNoEventAndGoesOn() throws Exception {
        var consumer = consumer(0, 0);
        consumers.add(consumer);
        reader.start();
        Awaitility.await().atMost(LONG).until(() -> reader.check().passed());

        try (var subscription = subscribers.subscribe("source:agency")) {
            consumer.schedulePollTask(() -> {
                consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, "source:agency", new byte[] {'{'}));
                consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "source:agency", json("b")));
            });
            assertThat(article(subscription.next(LONG))).isEqualTo("b");
        }
    }

    @Test
    void saysWhatItWaitsFor() {
        var empty = new MockConsumer<String, byte[]>("earliest");
        empty.updatePartitions(TOPIC, List.of());
        consumers.add(empty);
        reader.start();

        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(reader.check().detail()).isEqualTo("waits for the topic topics.feed"));
    }

    private static MockConsumer<String, byte[]> consumer(long beginning, long end) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    private MockConsumer<String, byte[]> nextConsumer() {
        MockConsumer<String, byte[]> next = consumers.poll();
        if (next == null) {
            throw new KafkaException("there is no further consumer in this test");
        }
        return next;
    }

    private static String article(Signal signal) {
        return signal instanceof Signal.Event(SeenEvent event)
                ? event.event().article().id()
                : signal.toString();
    }

    private static byte[] json(String articleId) {
        var event = new TopicEvent(
                new TopicRef("source:agency", "agency", "source"),
                TopicEvent.Change.ADDED,
                NOON,
                CardOf.of(SampleArticles.article(articleId, "agency").build()),
                null);
        return EventJson.mapper().writeValueAsBytes(event);
    }
}

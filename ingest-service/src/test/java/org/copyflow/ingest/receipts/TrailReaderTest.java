package org.copyflow.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.kafka.TopicFollower;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Over Kafka's own consumer in memory.
final class TrailReaderTest {

    private static final String TOPIC = EventTopics.ARTICLES_OUTCOMES.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final TopicPartition INDEXED = new TopicPartition(EventTopics.ARTICLES_INDEXED.name(), 0);
    private static final TopicPartition DELIVERED = new TopicPartition(EventTopics.ARTICLES_DELIVERED.name(), 0);

    /// Has every record in its first offset's time.
    private static final class TrailsConsumer extends MockConsumer<String, byte[]> {
        TrailsConsumer() {
            super("earliest");
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            return times.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), _ -> new OffsetAndTimestamp(0, 0)));
        }
    }

    private final Trails trails = new Trails(1_000, Instant.EPOCH);
    private final ConcurrentLinkedQueue<TrailsConsumer> consumers = new ConcurrentLinkedQueue<>();
    private final TopicFollower<byte[]> follower = TrailReader.follower(this::next, trails);

    @AfterEach
    void stop() {
        follower.close();
    }

    @Test
    void isReadyOnceItHasReadWhatWasThere() {
        var consumer = holding(3);
        consumers.add(consumer);

        assertThat(follower.check().passed()).isFalse();
        follower.start();

        await().untilAsserted(() -> assertThat(follower.check().passed()).isTrue());
        assertThat(trails.size()).isEqualTo(3);
        assertThat(follower.check().name()).isEqualTo("receipts");
    }

    @Test
    void followsWhatComesLater() {
        var consumer = holding(1);
        consumers.add(consumer);
        follower.start();
        await().until(() -> follower.check().passed());

        consumer.schedulePollTask(() -> consumer.addRecord(outcome(1)));

        await().untilAsserted(() -> assertThat(trails.find(new Receipt(0, 1))).isNotNull());
    }

    @Test
    void putsTogetherWhatSeveralTopicsTell() {
        var consumer = holding(1);
        consumers.add(consumer);
        follower.start();
        await().until(() -> follower.check().passed());

        var indexed = new ArticleIndexed("id0", 0, 0, true, Instant.EPOCH, Instant.ofEpochMilli(7));
        byte[] value = EventJson.mapper().writeValueAsBytes(indexed);
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(INDEXED.topic(), 0, 0, "id0", value)));

        await().untilAsserted(() -> assertThat(trails.find(new Receipt(0, 0)))
                .isNotNull()
                .satisfies(trail -> assertThat(trail.outcome()).isEqualTo(Outcome.PUBLISHED))
                .satisfies(trail -> assertThat(trail.views().at()).isEqualTo(7)));
    }

    @Test
    void skipsWhatItCannotRead() {
        var consumer = holding(1);
        consumers.add(consumer);
        follower.start();
        await().until(() -> follower.check().passed());

        consumer.schedulePollTask(() -> {
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "id1", new byte[] {'{'}));
            consumer.addRecord(outcome(2));
        });

        await().untilAsserted(() -> assertThat(trails.find(new Receipt(0, 2))).isNotNull());
    }

    @Test
    void beginsAgainWhenKafkaFails() {
        var broken = holding(1);
        broken.setPollException(new KafkaException("the broker went away"));
        consumers.add(broken);
        consumers.add(holding(2));
        follower.start();

        await().untilAsserted(() -> assertThat(follower.check().detail()).contains("the broker went away"));
        assertThat(follower.check().passed()).isFalse();
        await().untilAsserted(() -> assertThat(follower.check().passed()).isTrue());
        assertThat(trails.size()).isEqualTo(2);
        assertThat(broken.closed()).isTrue();
    }

    @Test
    void goesOnWhereItWasSoThatNothingCountsTwice() {
        var first = holding(1);
        consumers.add(first);
        follower.start();
        await().until(() -> follower.check().passed());
        addDelivery(first);
        await().untilAsserted(() -> assertThat(reached()).isEqualTo(1));

        var second = holding(1);
        second.updateEndOffsets(Map.of(DELIVERED, 1L));
        addDelivery(second);
        consumers.add(second);
        first.schedulePollTask(() -> first.setPollException(new KafkaException("the broker went away")));

        await().until(() -> first.closed() && follower.check().passed());
        assertThat(reached()).isEqualTo(1);
    }

    private int reached() {
        Trail trail = trails.find(new Receipt(0, 0));
        return trail == null ? 0 : trail.readers().reached();
    }

    private static void addDelivery(MockConsumer<String, byte[]> consumer) {
        var delivery = new ArticleDelivery("id0", 0, 0, "sse", 1, 1, Instant.ofEpochMilli(9));
        byte[] value = EventJson.mapper().writeValueAsBytes(delivery);
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(DELIVERED.topic(), 0, 0, "id0", value)));
    }

    @Test
    void saysThatTheTopicIsMissing() {
        consumers.add(new TrailsConsumer());
        follower.start();

        await().untilAsserted(() -> assertThat(follower.check().detail()).contains(TOPIC));
    }

    @Test
    void closesItsConsumer() {
        var consumer = holding(1);
        consumers.add(consumer);
        follower.start();
        await().until(() -> follower.check().passed());

        follower.close();

        assertThat(consumer.closed()).isTrue();
    }

    private Consumer<String, byte[]> next() {
        var consumer = consumers.poll();
        if (consumer == null) {
            throw new KafkaException("no more consumers in this test: " + TOPIC);
        }
        return consumer;
    }

    private static TrailsConsumer holding(int records) {
        var consumer = new TrailsConsumer();
        for (TopicPartition partition : List.of(PARTITION, INDEXED, DELIVERED)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
        }
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records, INDEXED, 0L, DELIVERED, 0L));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < records; i++) {
                consumer.addRecord(outcome(i));
            }
        });
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> outcome(long offset) {
        var outcome = new ArticleOutcome(
                "id" + offset,
                "desk",
                0,
                offset,
                Outcome.PUBLISHED,
                List.of("id" + offset),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        return new ConsumerRecord<>(
                TOPIC, 0, offset, outcome.documentId(), EventJson.mapper().writeValueAsBytes(outcome));
    }
}

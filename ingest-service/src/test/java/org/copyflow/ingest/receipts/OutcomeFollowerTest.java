package org.copyflow.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.publish.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Over Kafka's own consumer in memory.
final class OutcomeFollowerTest {

    private static final String TOPIC = EventTopics.ARTICLES_OUTCOMES.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    /// Has every record in its first offset's time.
    private static final class OutcomesConsumer extends MockConsumer<String, ArticleOutcome> {
        OutcomesConsumer() {
            super("earliest");
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            return Map.of(PARTITION, new OffsetAndTimestamp(0, 0));
        }
    }

    private final Outcomes outcomes = new Outcomes(1_000, Instant.EPOCH);
    private final ConcurrentLinkedQueue<OutcomesConsumer> consumers = new ConcurrentLinkedQueue<>();
    private final OutcomeFollower follower = new OutcomeFollower(this::next, outcomes);

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
        assertThat(outcomes.size()).isEqualTo(3);
        assertThat(follower.check().name()).isEqualTo("receipts");
    }

    @Test
    void followsWhatComesLater() {
        var consumer = holding(1);
        consumers.add(consumer);
        follower.start();
        await().until(() -> follower.check().passed());

        consumer.schedulePollTask(() -> consumer.addRecord(outcome(1)));

        await().untilAsserted(() -> assertThat(outcomes.find(new Receipt(0, 1))).isNotNull());
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
        assertThat(outcomes.size()).isEqualTo(2);
        assertThat(broken.closed()).isTrue();
    }

    @Test
    void saysThatTheTopicIsMissing() {
        consumers.add(new OutcomesConsumer());
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

    private Consumer<String, ArticleOutcome> next() {
        var consumer = consumers.poll();
        if (consumer == null) {
            throw new KafkaException("no more consumers in this test: " + TOPIC);
        }
        return consumer;
    }

    private static OutcomesConsumer holding(int records) {
        var consumer = new OutcomesConsumer();
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < records; i++) {
                consumer.addRecord(outcome(i));
            }
        });
        return consumer;
    }

    private static ConsumerRecord<String, ArticleOutcome> outcome(long offset) {
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
        return new ConsumerRecord<>(TOPIC, 0, offset, outcome.documentId(), outcome);
    }
}

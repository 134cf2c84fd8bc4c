package org.copyflow.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.Replay;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;

/// Reads `articles.dead-letters` from its beginning to where it ended when it was asked. Not thread-safe.
public final class DeadLetterTopic implements AutoCloseable {

    private static final String TOPIC = EventTopics.ARTICLES_DEAD_LETTERS.name();
    private static final int TIMEOUT_MS = 10_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private long deadline;

    /// @throws CommandFailure where the addresses cannot be used
    public DeadLetterTopic(KafkaSettings kafka) {
        bootstrapServers = kafka.bootstrapServers();
        var config = kafka.consumer("copyflow-dead-letters");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        try {
            consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    /// Hands out every letter, and every note that one was put back, in the order of each partition.
    ///
    /// @throws CommandFailure where the cluster cannot be reached
    public void read(Consumer<Letter> letters, Consumer<Replay> replays) {
        try {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            extendDeadline();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (isShortOf(ends)) {
                for (ConsumerRecord<String, byte[]> found : poll()) {
                    if (found.offset() < ends.getOrDefault(partitionOf(found), 0L)) {
                        handOut(found, letters, replays);
                    }
                }
            }
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    /// The letter with its bytes; null where there is none of this id any more, or where it is no letter.
    public @Nullable ConsumerRecord<String, byte[]> find(LetterId id) {
        try {
            var partition = new TopicPartition(TOPIC, id.partition());
            if (!partitions().contains(partition)) {
                return null;
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, id.offset());
            extendDeadline();
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> found : poll()) {
                    return found.offset() == id.offset() && !Replay.isOne(found.headers()) ? found : null;
                }
            }
            return null;
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isShortOf(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /// What comes next; nothing where only the marks of transactions stand there.
    private ConsumerRecords<String, byte[]> poll() {
        if (System.nanoTime() > deadline) {
            throw new TimeoutException("no more of them arrived within " + TIMEOUT_MS + " ms");
        }
        ConsumerRecords<String, byte[]> found = consumer.poll(POLL);
        if (!found.isEmpty()) {
            extendDeadline();
        }
        return found;
    }

    private void extendDeadline() {
        deadline = System.nanoTime() + Duration.ofMillis(TIMEOUT_MS).toNanos();
    }

    private static void handOut(
            ConsumerRecord<String, byte[]> found, Consumer<Letter> letters, Consumer<Replay> replays) {
        if (Replay.isOne(found.headers())) {
            replays.accept(Replay.of(found.headers()));
        } else {
            letters.accept(Letter.of(found));
        }
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(TOPIC);
        return found.stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> found) {
        return new TopicPartition(found.topic(), found.partition());
    }

    private CommandFailure unreachable(KafkaException e) {
        return CommandFailure.unavailable(
                ("The dead letters at Kafka, %s, cannot be read: %s. Is the broker running? "
                                + "Name another with --bootstrap-server.")
                        .formatted(bootstrapServers, e.getMessage()),
                e);
    }
}

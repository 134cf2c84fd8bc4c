package org.copyflow.index.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicFollower;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A compacted topic that every instance follows and any of them may write: what one writes all of them know a moment
/// later. Thread-safe.
public final class SharedTable<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedTable.class);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(10);
    private static final Duration READ_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final String topic;
    private final Changes<V> changes;
    private final TopicFollower<V> follower;
    private final Producer<String, V> producer;
    private final Map<String, V> values = new ConcurrentHashMap<>();
    private final Map<Integer, Long> read = new HashMap<>();
    private volatile boolean complete;

    /// What is told of what comes to be known, on one thread and before it is found.
    public interface Changes<V> {

        /// Tells nobody.
        static <V> Changes<V> unheard() {
            return new Changes<>() {};
        }

        default void put(String key, V value) {}

        default void removed(String key) {}
    }

    public SharedTable(KafkaSettings kafka, EventTopic<String, V> topic, Changes<V> changes) {
        this.topic = topic.name();
        this.changes = changes;
        String client = "index-" + topic.name();
        follower = new TopicFollower<>(
                topic.name(),
                List.of(topic.name()),
                () -> new KafkaConsumer<>(
                        kafka.consumer(client),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer()),
                new Known());
        producer = new KafkaProducer<>(
                kafka.producer(client),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    public void start() {
        follower.start();
    }

    /// Passes once everything is known that was written before the start.
    public Check check() {
        return follower.check();
    }

    /// Whether everything is known that was written before the start; where Kafka fails after that, what is known is
    /// late, not wrong.
    public boolean isComplete() {
        complete |= check().passed();
        return complete;
    }

    /// Waits until everything is known that was written before the start.
    ///
    /// @return whether it is
    public boolean awaitComplete(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (!check().passed() && System.nanoTime() < deadline) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return check().passed();
    }

    public @Nullable V find(String key) {
        return values.get(key);
    }

    public Collection<V> all() {
        return List.copyOf(values.values());
    }

    /// Returns once Kafka has it and it is found here, at the latest five seconds after Kafka has it.
    ///
    /// @throws KafkaException where it is not known whether Kafka has it
    public void put(String key, V value) {
        write(key, value);
    }

    /// Likewise: it is found here no more.
    ///
    /// @throws KafkaException where it is not known whether Kafka has it
    public void remove(String key) {
        write(key, null);
    }

    /// Does not wait, and may be lost.
    public void post(String key, @Nullable V value) {
        var _ = producer.send(new ProducerRecord<>(topic, key, value), (_, failure) -> {
            if (failure != null) {
                LOG.warn("{} of {} was not written: {}", topic, key, failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        follower.close();
        producer.close(TAKEN_WITHIN);
    }

    private void write(String key, @Nullable V value) {
        try {
            awaitRead(producer.send(new ProducerRecord<>(topic, key, value))
                    .get(TAKEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka may not have taken it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /// Whoever asks next shall see what was just written.
    private synchronized void awaitRead(RecordMetadata written) throws InterruptedException {
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (read.getOrDefault(written.partition(), -1L) < written.offset()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private synchronized void reached(ConsumerRecord<String, V> record) {
        read.put(record.partition(), record.offset());
        notifyAll();
    }

    private final class Known implements TopicFollower.Reader<V> {

        @Override
        public Instant since() {
            return Instant.EPOCH;
        }

        @Override
        public void read(ConsumerRecord<String, V> record) {
            changes.put(record.key(), record.value());
            values.put(record.key(), record.value());
            reached(record);
        }

        @Override
        public void removed(ConsumerRecord<String, V> record) {
            changes.removed(record.key());
            values.remove(record.key());
            reached(record);
        }
    }
}

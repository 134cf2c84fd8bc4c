package org.copyflow.ingest.once;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicFollower;
import org.jspecify.annotations.Nullable;

/// The log in the topic `pushes.keyed`. Its producer is opened with the first key. Thread-safe.
public final class KafkaKeyLog implements KeyLog, AutoCloseable {

    private static final int TIMEOUT_MS = 4_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Producer<String, KeyedPush> producer;
    private boolean closed;

    public KafkaKeyLog(KafkaSettings kafka) {
        config = kafka.producer("copyflow-ingest-keys");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /// What reads the log.
    public static TopicFollower<KeyedPush> follower(KafkaSettings kafka, KnownKeys keys) {
        return new TopicFollower<>(
                "idempotency-keys", List.of(EventTopics.PUSHES_KEYED.name()), () -> consumer(kafka), keys);
    }

    @Override
    public CompletableFuture<?> append(String id, KeyedPush step) {
        var written = new CompletableFuture<Void>();
        try {
            var _ = open().send(new ProducerRecord<>(EventTopics.PUSHES_KEYED.name(), id, step), (_, failure) -> {
                if (failure == null) {
                    written.complete(null);
                } else {
                    written.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (producer != null) {
                producer.close(CLOSE_TIMEOUT);
            }
        } finally {
            opening.unlock();
        }
    }

    private Producer<String, KeyedPush> open() {
        opening.lock();
        try {
            if (closed) {
                throw new IllegalStateException("ingest is stopping");
            }
            if (producer == null) {
                producer = new KafkaProducer<>(
                        config,
                        EventTopics.PUSHES_KEYED.keySerde().serializer(),
                        EventTopics.PUSHES_KEYED.valueSerde().serializer());
            }
            return producer;
        } finally {
            opening.unlock();
        }
    }

    private static Consumer<String, KeyedPush> consumer(KafkaSettings kafka) {
        var config = kafka.consumer("copyflow-ingest-keys");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        return new KafkaConsumer<>(
                config,
                EventTopics.PUSHES_KEYED.keySerde().deserializer(),
                EventTopics.PUSHES_KEYED.valueSerde().deserializer());
    }
}

package org.copyflow.ingest.publish;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.kit.kafka.KafkaMetrics;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/// Publishes to `articles.raw` with an idempotent producer that waits for all replicas in sync. The producer is opened
/// at the first push, because opening it fails where no broker's name can be resolved yet. Thread-safe.
public final class KafkaPublisher implements RawArticlePublisher, AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private final Metrics metrics;
    private final Timer acknowledged;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Producer<String, byte[]> producer;
    private @Nullable KafkaMetrics producerMetrics;
    private boolean closed;

    /// @param timeout how long a publication may take in all: a third of it to find the cluster, the rest to deliver
    public KafkaPublisher(KafkaSettings kafka, Duration timeout, Metrics metrics) {
        int thirdMs = Math.toIntExact(timeout.toMillis() / 3);
        config = kafka.producer("copyflow-ingest");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, thirdMs);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, thirdMs);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * thirdMs);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.metrics = metrics;
        acknowledged = Timer.builder("copyflow.ingest.publish")
                .description("From the send of a raw event to Kafka's acknowledgement")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(metrics.registry());
    }

    @Override
    public CompletableFuture<Receipt> publish(RawArticle article, TraceParent trace) {
        var receipt = new CompletableFuture<Receipt>();
        var event = new ProducerRecord<>(EventTopics.ARTICLES_RAW.name(), article.documentId(), article.content());
        article.writeTo(event.headers());
        new EventHeaders(event.headers()).put(EventHeaders.TRACEPARENT, trace.value());
        var sample = Timer.start();
        try {
            var _ = open().send(event, (place, failure) -> {
                if (failure == null) {
                    sample.stop(acknowledged);
                }
                complete(receipt, place, failure);
            });
        } catch (KafkaException | IllegalStateException e) {
            receipt.completeExceptionally(notPublished(e));
        }
        return receipt;
    }

    /// Waits a bounded time for what is under way.
    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (producerMetrics != null) {
                producerMetrics.close();
                producerMetrics = null;
            }
            Producer<String, byte[]> open = producer;
            if (open != null) {
                open.close(CLOSE_TIMEOUT);
            }
        } finally {
            opening.unlock();
        }
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        return open == null ? openNow() : open;
    }

    private Producer<String, byte[]> openNow() {
        opening.lock();
        try {
            if (closed) {
                throw new IllegalStateException("ingest is stopping");
            }
            Producer<String, byte[]> open = producer;
            if (open == null) {
                open = new KafkaProducer<>(
                        config,
                        EventTopics.ARTICLES_RAW.keySerde().serializer(),
                        EventTopics.ARTICLES_RAW.valueSerde().serializer());
                producerMetrics = KafkaMetrics.of(open, metrics);
                producer = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    private static void complete(
            CompletableFuture<Receipt> receipt, RecordMetadata place, @Nullable Exception failure) {
        if (failure == null) {
            receipt.complete(new Receipt(place.partition(), place.offset()));
        } else {
            receipt.completeExceptionally(notPublished(failure));
        }
    }

    private static NotPublishedException notPublished(Exception failure) {
        boolean worthRetrying = !(failure instanceof RecordTooLargeException);
        return new NotPublishedException(String.valueOf(failure.getMessage()), worthRetrying);
    }
}

package org.copyflow.ingest.receipts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;

/// Reads single records of `articles.raw` with a consumer of its own, one look-up at a time. Thread-safe.
public final class KafkaRawRecords implements RawRecords, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final byte[] NO_BYTES = {};
    private static final int FETCH_MAX_WAIT_MS = 20;

    /// The bytes are not looked at.
    private static final Deserializer<byte[]> NOTHING = (topic, bytes) -> NO_BYTES;

    private final Map<String, Object> config;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Consumer<String, byte[]> consumer;
    private boolean closed;

    public KafkaRawRecords(KafkaSettings kafka) {
        config = kafka.consumer("copyflow-ingest-receipts-raw");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1); // one batch is always returned, however large
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
    }

    @Override
    public @Nullable RawArticle find(Receipt receipt) {
        boolean mine = false;
        try {
            mine = lock.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine || closed) {
                throw new LookupException(closed ? "ingest is stopping" : "too many receipts are asked for", null);
            }
            return read(receipt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupException("ingest is stopping", e);
        } catch (KafkaException e) {
            throw new LookupException("Kafka did not answer: " + e.getMessage(), e);
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (consumer != null) {
                consumer.close();
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable RawArticle read(Receipt receipt) {
        Consumer<String, byte[]> open = open();
        String topic = EventTopics.ARTICLES_RAW.name();
        if (receipt.partition() >= open.partitionsFor(topic).size()) {
            return null;
        }
        var partition = new TopicPartition(topic, receipt.partition());
        open.assign(List.of(partition));
        if (receipt.offset() >= open.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
            return null;
        }
        open.seek(partition, receipt.offset());
        Instant deadline = Instant.now().plus(TIMEOUT);
        try {
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> found : open.poll(Duration.ofMillis(200))) {
                    boolean itself = found.offset() == receipt.offset();
                    return itself ? RawArticle.of(found.headers(), found.value()) : null;
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return null; // older than what Kafka keeps
        }
        throw new LookupException("Kafka did not return " + topic + " " + receipt + " within " + TIMEOUT, null);
    }

    private Consumer<String, byte[]> open() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    config, EventTopics.ARTICLES_RAW.keySerde().deserializer(), NOTHING);
        }
        return consumer;
    }
}

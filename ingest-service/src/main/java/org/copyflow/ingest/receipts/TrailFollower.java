package org.copyflow.ingest.receipts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what is told of raw records (`articles.outcomes`, `articles.indexed`, `articles.delivered`) into
/// [Trails]: from a time in the past to the end, then live, on a thread of its own. Every instance of ingest reads
/// all of it, so that any of them answers any receipt. When Kafka fails it begins again. Thread-safe.
public final class TrailFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailFollower.class);
    private static final String CHECK = "receipts";
    private static final List<String> TOPICS = Stream.of(
                    EventTopics.ARTICLES_OUTCOMES, EventTopics.ARTICLES_INDEXED, EventTopics.ARTICLES_DELIVERED)
            .map(EventTopic::name)
            .toList();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int API_TIMEOUT_MS = 5_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Trails trails;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Check state = Check.failed(CHECK, "not started");
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    public TrailFollower(KafkaSettings kafka, Trails trails) {
        this(() -> open(kafka), trails);
    }

    TrailFollower(Supplier<Consumer<String, byte[]>> consumers, Trails trails) {
        this.consumers = consumers;
        this.trails = trails;
    }

    public void start() {
        thread = Thread.ofPlatform().name("ingest-trails").daemon().start(this::run);
    }

    /// Whether all outcomes are known; else why not.
    public Check check() {
        return state;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (thread != null && !thread.join(CLOSE_TIMEOUT)) {
                LOG.error("the follower of receipts did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                follow();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (Consumer<String, byte[]> open = consumers.get()) {
            consumer = open;
            Map<TopicPartition, Long> ends = assign(open);
            while (closing.getCount() > 0) {
                readSome(open);
                ends.entrySet().removeIf(end -> open.position(end.getKey()) >= end.getValue());
                state = ends.isEmpty()
                        ? Check.passed(CHECK, trails.size() + " articles known")
                        : Check.failed(CHECK, "reading what happened, " + trails.size() + " so far");
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            consumer = null;
        }
    }

    private void readSome(Consumer<String, byte[]> open) {
        for (ConsumerRecord<String, byte[]> found : open.poll(POLL)) {
            try {
                if (found.value() != null) {
                    add(found.topic(), found.value());
                }
            } catch (SerializationException e) {
                LOG.error("skipped {}-{} at offset {}", found.topic(), found.partition(), found.offset(), e);
            }
        }
    }

    private void add(String topic, byte[] value) {
        if (topic.equals(EventTopics.ARTICLES_OUTCOMES.name())) {
            trails.add(read(EventTopics.ARTICLES_OUTCOMES, value));
        } else if (topic.equals(EventTopics.ARTICLES_INDEXED.name())) {
            trails.add(read(EventTopics.ARTICLES_INDEXED, value));
        } else {
            trails.add(read(EventTopics.ARTICLES_DELIVERED, value));
        }
    }

    private static <V> V read(EventTopic<String, V> topic, byte[] value) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), value);
    }

    /// Takes all partitions from the time on that outcomes are kept for.
    ///
    /// @return where each ends now
    private Map<TopicPartition, Long> assign(Consumer<String, byte[]> open) {
        List<TopicPartition> partitions =
                TOPICS.stream().flatMap(topic -> partitions(open, topic)).toList();
        open.assign(partitions);
        long sinceMs = trails.completeSince().toEpochMilli();
        var since = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> since.put(partition, sinceMs));
        Map<TopicPartition, Long> ends = new HashMap<>(open.endOffsets(partitions));
        Map<TopicPartition, OffsetAndTimestamp> starts = open.offsetsForTimes(since);
        partitions.forEach(partition -> {
            OffsetAndTimestamp start = starts.get(partition);
            open.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        });
        return ends;
    }

    private static Stream<TopicPartition> partitions(Consumer<String, byte[]> open, String topic) {
        List<PartitionInfo> partitions = open.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic " + topic + " is not there yet");
        }
        return partitions.stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    private void failed(RuntimeException e) {
        String detail = "cannot follow " + String.join(", ", TOPICS) + ": " + e.getMessage() + "; trying again";
        if (!(e instanceof KafkaException)) {
            LOG.error("the follower of receipts has a bug; beginning again", e);
        } else if (!detail.equals(state.detail())) {
            LOG.warn(detail);
        }
        state = Check.failed(CHECK, detail);
    }

    private static Consumer<String, byte[]> open(KafkaSettings kafka) {
        var config = kafka.consumer("copyflow-ingest-receipts");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

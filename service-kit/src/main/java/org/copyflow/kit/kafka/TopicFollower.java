package org.copyflow.kit.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copyflow.kit.Check;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all of some topics, from a time on, and then goes on with what is written, on a thread of its own. Where Kafka
/// fails it goes on where it was; only the records of the poll that failed may be handed to the reader twice.
public final class TopicFollower<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final List<String> topics;
    private final Supplier<Consumer<String, V>> consumers;
    private final Reader<V> reader;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private volatile Check state;
    private volatile @Nullable Consumer<String, V> consumer;
    private @Nullable Thread thread;

    /// What is done with what is read. Called on one thread.
    public interface Reader<V> {

        /// From when on it wants to read.
        Instant since();

        /// @param record its value is never null
        void read(ConsumerRecord<String, V> record);

        /// @param record a tombstone
        default void removed(ConsumerRecord<String, V> record) {}
    }

    /// @param name of the check and the thread, as `idempotency-keys`
    /// @param consumers opens a consumer without a group
    public TopicFollower(String name, List<String> topics, Supplier<Consumer<String, V>> consumers, Reader<V> reader) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.consumers = consumers;
        this.reader = reader;
        this.state = Check.failed(name, "not started");
    }

    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /// Passes once everything that stood in the topics at the start is read.
    public Check check() {
        return state;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, V> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (thread != null && !thread.join(CLOSE_TIMEOUT)) {
                LOG.error("the follower of {} did not stop within {}", name, CLOSE_TIMEOUT);
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
        try (Consumer<String, V> open = consumers.get()) {
            consumer = open;
            Map<TopicPartition, Long> ends = assign(open);
            while (closing.getCount() > 0) {
                ends.entrySet().removeIf(end -> open.position(end.getKey()) >= end.getValue());
                state = ends.isEmpty()
                        ? Check.passed(name, shown() + " read")
                        : Check.failed(name, "reading what stands in " + shown());
                readSome(open);
                open.assignment().forEach(partition -> reached.put(partition, open.position(partition)));
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            consumer = null;
        }
    }

    private void readSome(Consumer<String, V> open) {
        try {
            for (ConsumerRecord<String, V> found : open.poll(POLL)) {
                if (found.value() == null) {
                    reader.removed(found);
                } else {
                    reader.read(found);
                }
            }
        } catch (RecordDeserializationException e) {
            LOG.error("skipped {} at offset {}: {}", e.topicPartition(), e.offset(), e.getMessage());
            open.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    /// Takes all partitions from where it was, at first from the reader's time on.
    ///
    /// @return where each ends now
    private Map<TopicPartition, Long> assign(Consumer<String, V> open) {
        List<TopicPartition> partitions =
                topics.stream().flatMap(topic -> partitions(open, topic)).toList();
        open.assign(partitions);
        var since = new HashMap<TopicPartition, Long>();
        long sinceMs = reader.since().toEpochMilli();
        partitions.forEach(partition -> since.put(partition, sinceMs));
        Map<TopicPartition, Long> ends = new HashMap<>(open.endOffsets(partitions));
        Map<TopicPartition, OffsetAndTimestamp> starts = open.offsetsForTimes(since);
        partitions.forEach(partition -> {
            long end = ends.getOrDefault(partition, 0L);
            Long was = reached.get(partition);
            OffsetAndTimestamp start = starts.get(partition);
            // beyond the end: the topic was made anew
            open.seek(partition, was != null && was <= end ? was : start == null ? end : start.offset());
        });
        return ends;
    }

    private Stream<TopicPartition> partitions(Consumer<String, V> open, String topic) {
        List<PartitionInfo> partitions = open.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic " + topic + " is not there yet");
        }
        return partitions.stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    private String shown() {
        return String.join(", ", topics);
    }

    private void failed(RuntimeException e) {
        String detail = "cannot follow " + shown() + ": " + e.getMessage() + "; trying again";
        if (!(e instanceof KafkaException)) {
            LOG.error("the follower of {} has a bug; beginning again", name, e);
        } else if (!detail.equals(state.detail())) {
            LOG.warn(detail);
        }
        state = Check.failed(name, detail);
    }
}

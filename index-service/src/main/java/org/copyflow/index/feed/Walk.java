package org.copyflow.index.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.catalogue.EventTopics;

/// A consumer's way over the feed, from one cursor to another. One thread.
final class Walk {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final Cursor upTo;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<Integer, Long> reached = new TreeMap<>();
    private final boolean expired;

    Walk(Consumer<String, byte[]> consumer, Cursor after, Cursor upTo) {
        this.consumer = consumer;
        this.upTo = upTo;
        for (int partition : after.merge(upTo).partitions()) {
            reached.put(partition, after.offset(partition));
            if (after.offset(partition) < upTo.offset(partition)) {
                ends.put(new TopicPartition(TOPIC, partition), upTo.offset(partition));
            }
        }
        consumer.assign(ends.keySet());
        consumer.resume(consumer.paused()); // by the walk before
        boolean gone = false;
        for (var beginning : consumer.beginningOffsets(ends.keySet()).entrySet()) {
            int partition = beginning.getKey().partition();
            long next = after.offset(partition) + 1;
            if (next < beginning.getValue()) {
                gone = true;
                next = beginning.getValue();
                reached.put(partition, next - 1); // so that the walk after this one is not told of it again
            }
            consumer.seek(beginning.getKey(), next);
        }
        expired = gone;
    }

    /// Goes on until the end, until the time is over or until a record is not taken.
    ///
    /// @param taker says whether it took the record
    void go(Duration longest, Predicate<ConsumerRecord<String, byte[]>> taker) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!ends.isEmpty() && System.nanoTime() < deadline) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Long end = ends.get(new TopicPartition(TOPIC, record.partition()));
                if (end != null && record.offset() <= end) {
                    if (!taker.test(record)) {
                        return;
                    }
                    reached.put(record.partition(), record.offset());
                }
            }
            leaveWhatIsDone();
        }
    }

    /// How far one has come who has this record and all that were taken.
    Cursor cursorAt(ConsumerRecord<String, byte[]> record) {
        var then = new TreeMap<>(reached);
        then.put(record.partition(), record.offset());
        return upTo.with(then);
    }

    Cursor reached() {
        return upTo.with(reached);
    }

    /// Whether records after the start are no longer kept.
    boolean expired() {
        return expired;
    }

    private void leaveWhatIsDone() {
        ends.entrySet().removeIf(end -> {
            if (consumer.position(end.getKey()) <= end.getValue()) {
                return false;
            }
            reached.put(end.getKey().partition(), end.getValue());
            consumer.pause(Set.of(end.getKey()));
            return true;
        });
    }
}

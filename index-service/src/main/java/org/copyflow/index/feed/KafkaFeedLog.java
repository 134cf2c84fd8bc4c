package org.copyflow.index.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `topics.feed` again, a few readers at a time, each for two seconds at most before it says how far it came. Of
/// an article that was withdrawn later nothing is told but that: the first time that somebody goes back so far, the
/// removals from there on are looked for.
public final class KafkaFeedLog implements FeedLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeedLog.class);
    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final byte[] REMOVED =
            ('"' + Change.REMOVED.name().toLowerCase(Locale.ROOT) + '"').getBytes(StandardCharsets.UTF_8);
    private static final int MAX_READERS = 4;
    private static final Duration WAIT_FOR_A_READER = Duration.ofSeconds(5);
    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration SEARCHING = Duration.ofMinutes(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Withdrawals withdrawals;
    private final Semaphore readers = new Semaphore(MAX_READERS, true);
    private final ConcurrentLinkedQueue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();
    private @Nullable Cursor searchedFrom;

    /// @param consumers makes a consumer that reads what is committed, without a group
    /// @param withdrawals what is known to be withdrawn; every event that happens while this is used is noted there
    public KafkaFeedLog(Supplier<Consumer<String, byte[]>> consumers, Withdrawals withdrawals) {
        this.consumers = consumers;
        this.withdrawals = withdrawals;
    }

    @Override
    public Stretch from(Instant since) {
        return with(consumer -> {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            Map<TopicPartition, Long> times = new HashMap<>();
            long sinceMs = Math.max(0, since.toEpochMilli());
            partitions.forEach(partition -> times.put(partition, sinceMs));
            consumer.assign(partitions); // else each answer about one is a line in the log
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var reached = new TreeMap<Integer, Long>();
            boolean expired = false;
            for (var found : consumer.offsetsForTimes(times).entrySet()) {
                TopicPartition partition = found.getKey();
                OffsetAndTimestamp first = found.getValue();
                long beginning = beginnings.getOrDefault(partition, 0L);
                long offset = first == null ? ends.getOrDefault(partition, 0L) : first.offset();
                expired |= first != null && beginning > 0 && offset <= beginning;
                reached.put(partition.partition(), offset - 1);
            }
            return new Stretch(List.of(), Cursor.of(reached), expired);
        });
    }

    @Override
    public Stretch read(Filter filter, Cursor after, Cursor upTo, int limit) {
        return with(consumer -> {
            findWithdrawals(consumer, after, upTo);
            var walk = new Walk(consumer, after, upTo);
            var seen = new ArrayList<SeenEvent>();
            walk.go(READING, record -> {
                FeedEvent event = eventOfSource(record, walk.cursorAt(record));
                Change change = event == null ? null : filter.seen(event.event());
                if (event == null || change == null) {
                    return true;
                }
                return seen.size() < limit
                        && seen.add(withdrawals.readable(event).as(change));
            });
            return new Stretch(seen, walk.reached(), walk.expired());
        });
    }

    @Override
    public void close() {
        for (Consumer<String, byte[]> consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close();
        }
    }

    /// Makes sure that every removal after the cursor is known.
    private synchronized void findWithdrawals(Consumer<String, byte[]> consumer, Cursor after, Cursor upTo) {
        Cursor known = searchedFrom == null ? upTo : searchedFrom;
        if (after.reaches(known)) {
            return;
        }
        var walk = new Walk(consumer, after, known);
        walk.go(SEARCHING, record -> {
            FeedEvent event = saysRemoved(record) ? eventOfSource(record, after) : null;
            if (event != null) {
                withdrawals.note(event.event(), record.offset());
            }
            return true;
        });
        if (!walk.reached().reaches(known)) {
            throw new FeedUnavailableException("it takes too long to find what was withdrawn since then", null);
        }
        searchedFrom = after.least(known);
    }

    /// @return absent for an event of another topic, and for what cannot be read
    private static @Nullable FeedEvent eventOfSource(ConsumerRecord<String, byte[]> record, Cursor cursor) {
        if (record.key() == null || record.value() == null || !record.key().startsWith(FeedEvent.SOURCES)) {
            return null;
        }
        try {
            return FeedEvent.read(record, cursor);
        } catch (SerializationException e) {
            LOG.debug("passed over what is no event", e); // whoever follows the feed has logged it
            return null;
        }
    }

    /// Whether the record's JSON may say that an article left; others need not be read.
    private static boolean saysRemoved(ConsumerRecord<String, byte[]> record) {
        byte[] json = record.value();
        for (int at = 0; json != null && at + REMOVED.length <= json.length; at++) {
            if (json[at] == REMOVED[0] && Arrays.equals(json, at, at + REMOVED.length, REMOVED, 0, REMOVED.length)) {
                return true;
            }
        }
        return false;
    }

    private <T> T with(Function<Consumer<String, byte[]>, T> work) {
        try {
            if (!readers.tryAcquire(WAIT_FOR_A_READER.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FeedUnavailableException("too many read the past of the feed now", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnavailableException("interrupted", e);
        }
        Consumer<String, byte[]> consumer = null;
        try {
            Consumer<String, byte[]> free = idle.poll();
            consumer = free == null ? consumers.get() : free;
            T result = work.apply(consumer);
            consumer.unsubscribe();
            idle.add(consumer);
            consumer = null;
            return result;
        } catch (KafkaException e) {
            throw new FeedUnavailableException("the past of the feed cannot be read: " + e.getMessage(), e);
        } finally {
            readers.release();
            if (consumer != null) {
                consumer.close();
            }
        }
    }
}

package org.copyflow.index.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.filter.Filter;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `topics.feed` again, a few readers at a time, each for two seconds at most before it says how far it came. Of
/// an article that was withdrawn later nothing is told but that: the first time that somebody goes back so far, a
/// [WithdrawalSearch] looks for the removals from there on, for ten seconds at most before the reader is told to ask
/// again.
public final class KafkaFeedLog implements FeedLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeedLog.class);
    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final int MAX_READERS = 4;
    private static final Duration WAIT_FOR_A_READER = Duration.ofSeconds(5);
    private static final Duration KAFKA_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration SEARCHING = Duration.ofSeconds(10);
    private static final long PIECE_RECORDS = 20_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Withdrawals withdrawals;
    private final Semaphore readers = new Semaphore(MAX_READERS, true);
    private final ConcurrentLinkedQueue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();
    private final WithdrawalSearch search;

    /// One of a cluster. Where Kafka does not answer, readers are told so soon: few can read at a time.
    public static KafkaFeedLog of(KafkaSettings kafka, String clientId, Withdrawals withdrawals) {
        Map<String, Object> config = kafka.consumer(clientId);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) KAFKA_ANSWERS_WITHIN.toMillis());
        return new KafkaFeedLog(
                () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()), withdrawals);
    }

    /// @param consumers makes a consumer that reads what is committed, without a group
    /// @param withdrawals what is known to be withdrawn; every event that happens while this is used is noted there
    public KafkaFeedLog(Supplier<Consumer<String, byte[]>> consumers, Withdrawals withdrawals) {
        this(consumers, withdrawals, PIECE_RECORDS);
    }

    /// @param pieceRecords how many records are looked through at a time for removals
    KafkaFeedLog(Supplier<Consumer<String, byte[]>> consumers, Withdrawals withdrawals, long pieceRecords) {
        this.consumers = consumers;
        this.withdrawals = withdrawals;
        search = new WithdrawalSearch(withdrawals, pieceRecords);
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
                boolean gone = first != null && beginning > 0 && offset <= beginning;
                expired |= gone;
                reached.put(partition.partition(), offset - (gone ? 2 : 1));
            }
            return new Stretch(List.of(), Cursor.of(reached), expired);
        });
    }

    @Override
    public Stretch read(Filter filter, Cursor after, Cursor upTo, int limit) {
        search.await(
                after,
                upTo,
                SEARCHING,
                () -> with(consumer -> {
                    search.readPiece(consumer, after, upTo);
                    return true;
                }));
        return with(consumer -> {
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

    /// @return absent for an event of another topic, and for what cannot be read
    static @Nullable FeedEvent eventOfSource(ConsumerRecord<String, byte[]> record, Cursor cursor) {
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

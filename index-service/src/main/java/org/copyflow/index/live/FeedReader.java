package org.copyflow.index.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.kit.Check;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the whole feed, from its end at the start, and hands every committed event to the subscribers. It looks
/// back at the start, so that the latest events are remembered, and takes subscribers when it has caught up. Where
/// Kafka fails it starts again where it was. One thread; the check is thread-safe.
public final class FeedReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final String CHECK = "live feed";
    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final long LOOK_BACK_OFFSETS = 20_000;
    private static final Duration POLL = Duration.ofMillis(250);
    /// While event follows event, the next are waited for, the longer the more readers there are: to send a reader
    /// several
    /// at a time costs little more than to send one. What comes after a pause is handed on at once.
    private static final Duration GATHER_A_READER = Duration.ofNanos(100_000);

    private static final Duration LONGEST_GATHER = Duration.ofMillis(200);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration SILENCE_ALLOWED = Duration.ofSeconds(15);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Supplier<String> topicId;
    private final Subscribers subscribers;
    private final InstantSource clock;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final AtomicLong lag = new AtomicLong();
    private long handedOnAt = System.nanoTime() - LONGEST_GATHER.toNanos();
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile Instant polledAt = Instant.MIN;
    private volatile String state = "not started";

    /// @param consumers makes a consumer that reads what is committed, without a group
    /// @param topicId asks Kafka for the id of the feed's topic
    public FeedReader(
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<String> topicId,
            Subscribers subscribers,
            InstantSource clock,
            MeterRegistry registry) {
        this.consumers = consumers;
        this.topicId = topicId;
        this.subscribers = subscribers;
        this.clock = clock;
        thread = Thread.ofPlatform().name("index-live-feed").daemon().unstarted(this::run);
        Gauge.builder("copyflow.index.feed.lag.events", lag, AtomicLong::get)
                .description("Events of the feed that were not handed to subscribers yet")
                .register(registry);
    }

    public void start() {
        state = "starting";
        thread.start();
    }

    /// Whether events are handed on as they happen.
    public Check check() {
        boolean silent = polledAt.isBefore(clock.instant().minus(SILENCE_ALLOWED));
        if (!subscribers.isReady() || silent) {
            return Check.failed(CHECK, state);
        }
        return Check.passed(CHECK, "follows " + TOPIC + ", " + lag.get() + " events behind");
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> reading = open;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                try (Consumer<String, byte[]> consumer = consumers.get()) {
                    open = consumer;
                    follow(consumer);
                } catch (WakeupException e) {
                    LOG.debug("woken up to stop", e);
                } catch (KafkaException e) {
                    failed("cannot follow " + TOPIC + ": " + e.getMessage() + "; trying again");
                } catch (RuntimeException e) { // a bug; without this thread no subscriber would get anything any more
                    LOG.error("following {} broke", TOPIC, e);
                    failed("cannot follow " + TOPIC + ": " + e + "; trying again");
                } finally {
                    open = null;
                }
            } while (!closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            subscribers.stop();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws InterruptedException {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            failed("waits for the topic " + TOPIC);
            return;
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (subscribers.follow(topicId.get())) {
            next.clear();
        }
        seek(consumer, ends);
        while (closing.getCount() > 0) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(this::handOn);
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            polledAt = clock.instant();
            lag.set(partitions.stream()
                    .mapToLong(p -> consumer.currentLag(p).orElse(0))
                    .sum());
            if (!subscribers.isReady() && ends.entrySet().stream().allMatch(this::reached)) {
                subscribers.ready();
            }
            if (!records.isEmpty()) {
                gather();
            }
        }
    }

    private void gather() throws InterruptedException {
        Duration most = GATHER_A_READER.multipliedBy(subscribers.count());
        Duration longest = most.compareTo(LONGEST_GATHER) < 0 ? most : LONGEST_GATHER;
        boolean follows = System.nanoTime() - handedOnAt < longest.toNanos();
        if (follows && lag.get() == 0) {
            closing.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
        handedOnAt = System.nanoTime();
    }

    /// Goes on where it was; at the start, to a little before the end.
    private void seek(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        ends.forEach((partition, end) -> {
            long lookBack = Math.max(beginnings.getOrDefault(partition, 0L), end - LOOK_BACK_OFFSETS);
            if (!next.containsKey(partition)) {
                subscribers.startAt(partition.partition(), lookBack - 1);
            }
            consumer.seek(partition, next.getOrDefault(partition, lookBack));
        });
    }

    private boolean reached(Map.Entry<TopicPartition, Long> end) {
        return next.getOrDefault(end.getKey(), 0L) >= end.getValue();
    }

    private void handOn(ConsumerRecord<String, byte[]> record) {
        try {
            subscribers.publish(
                    record.key(), record.partition(), record.offset(), cursor -> FeedEvent.read(record, cursor));
        } catch (SerializationException e) {
            LOG.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("an event on {} cannot be read, and its subscribers do not get it", TOPIC);
        }
    }

    private void failed(String what) {
        if (!what.equals(state)) {
            LOG.warn(what);
        }
        state = what;
    }
}

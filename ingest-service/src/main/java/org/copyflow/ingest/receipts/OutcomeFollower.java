package org.copyflow.ingest.receipts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows `articles.outcomes` into [Outcomes]: from a time in the past to the end, then live, on a thread of its own.
/// Every instance of ingest reads all of it, so that any of them answers any receipt. When Kafka fails it begins again.
/// Thread-safe.
public final class OutcomeFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFollower.class);
    private static final String CHECK = "receipts";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int API_TIMEOUT_MS = 5_000;

    private final Supplier<Consumer<String, ArticleOutcome>> consumers;
    private final Outcomes outcomes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Check state = Check.failed(CHECK, "not started");
    private volatile @Nullable Consumer<String, ArticleOutcome> consumer;
    private @Nullable Thread thread;

    public OutcomeFollower(KafkaSettings kafka, Outcomes outcomes) {
        this(() -> open(kafka), outcomes);
    }

    OutcomeFollower(Supplier<Consumer<String, ArticleOutcome>> consumers, Outcomes outcomes) {
        this.consumers = consumers;
        this.outcomes = outcomes;
    }

    public void start() {
        thread = Thread.ofPlatform().name("ingest-outcomes").daemon().start(this::run);
    }

    /// Whether all outcomes are known; else why not.
    public Check check() {
        return state;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, ArticleOutcome> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (thread != null && !thread.join(CLOSE_TIMEOUT)) {
                LOG.error("the follower of outcomes did not stop within {}", CLOSE_TIMEOUT);
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
        try (Consumer<String, ArticleOutcome> open = consumers.get()) {
            consumer = open;
            Map<TopicPartition, Long> ends = assign(open);
            while (closing.getCount() > 0) {
                readSome(open);
                ends.entrySet().removeIf(end -> open.position(end.getKey()) >= end.getValue());
                state = ends.isEmpty()
                        ? Check.passed(CHECK, outcomes.size() + " outcomes known")
                        : Check.failed(CHECK, "reading past outcomes, " + outcomes.size() + " so far");
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            consumer = null;
        }
    }

    private void readSome(Consumer<String, ArticleOutcome> open) {
        try {
            for (ConsumerRecord<String, ArticleOutcome> found : open.poll(POLL)) {
                if (found.value() != null) {
                    outcomes.add(found.value());
                }
            }
        } catch (RecordDeserializationException e) {
            LOG.error("skipped {} at offset {}: {}", e.topicPartition(), e.offset(), e.getMessage());
            open.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    /// Takes all partitions from the time on that outcomes are kept for.
    ///
    /// @return where each ends now
    private Map<TopicPartition, Long> assign(Consumer<String, ArticleOutcome> open) {
        List<TopicPartition> partitions = open.partitionsFor(EventTopics.ARTICLES_OUTCOMES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic " + EventTopics.ARTICLES_OUTCOMES.name() + " is not there yet");
        }
        open.assign(partitions);
        long sinceMs = outcomes.completeSince().toEpochMilli();
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

    private void failed(RuntimeException e) {
        String detail =
                "cannot follow " + EventTopics.ARTICLES_OUTCOMES.name() + ": " + e.getMessage() + "; trying again";
        if (!(e instanceof KafkaException)) {
            LOG.error("the follower of outcomes has a bug; beginning again", e);
        } else if (!detail.equals(state.detail())) {
            LOG.warn(detail);
        }
        state = Check.failed(CHECK, detail);
    }

    private static Consumer<String, ArticleOutcome> open(KafkaSettings kafka) {
        var config = kafka.consumer("copyflow-ingest-receipts");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return new KafkaConsumer<>(
                config,
                EventTopics.ARTICLES_OUTCOMES.keySerde().deserializer(),
                EventTopics.ARTICLES_OUTCOMES.valueSerde().deserializer());
    }
}

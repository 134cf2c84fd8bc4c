package org.copyflow.index.search.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.Check;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every published article into the index, from where its last commit stands, on a thread of its own. It reads
/// all
/// partitions, so that every instance finds everything. Where Kafka fails it starts again from the last commit; reading
/// an article twice changes nothing.
public final class SearchFeeder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchFeeder.class);
    private static final String CHECK = "search";
    private static final String TOPIC = EventTopics.ARTICLES_ENRICHED.name();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /// While article follows article and somebody searches, what searches see is made anew this often at most, because
    /// that costs as much as many articles do.
    private static final Duration SHOW_EVERY = Duration.ofMillis(250);

    /// While nobody searches, it is not made anew before nothing has come for so long.
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    /// So that an index of a quiet day is not taken for one that stood still.
    private static final Duration COMMIT_IDLE_EVERY = Duration.ofHours(1);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    public static final Check NOT_STARTED = Check.failed(CHECK, "not started");

    /// Kafka keeps tombstones for a day. An index that stood still for longer may have missed one, and would show what
    /// was withdrawn: it is made anew.
    static final Duration OLDEST_COMMIT = Duration.ofHours(12);

    private final SearchIndex index;
    private final ArticleSource source;
    private final InstantSource clock;
    private final Thread thread =
            Thread.ofPlatform().name("index-search").daemon().unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong lag = new AtomicLong();
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean complete;
    private volatile Check state = NOT_STARTED;

    /// Whether something was read that searches do not see yet, when something was read last, and when they last saw
    /// something new.
    private boolean hidden;

    private long readAt;
    private long shownAt;

    public SearchFeeder(SearchIndex index, ArticleSource source, InstantSource clock, MeterRegistry registry) {
        this.index = index;
        this.source = source;
        this.clock = clock;
        Gauge.builder("copyflow.index.search.lag.articles", lag, AtomicLong::get)
                .description("Published articles that search does not find yet")
                .register(registry);
        Gauge.builder("copyflow.index.search.articles", index, SearchIndex::articles)
                .description("Articles that search can find")
                .register(registry);
    }

    public void start() {
        state = Check.failed(CHECK, "starting");
        thread.start();
    }

    /// Passes once everything that was published before the start is found.
    public Check check() {
        return state;
    }

    /// Whether everything is found that was published before the start; what fails after that makes hits late, not
    /// wrong.
    public boolean isComplete() {
        return complete;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> reading = open;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            if (thread.isAlive() && !thread.join(CLOSE_TIMEOUT)) {
                LOG.error("the search index did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                try (Consumer<String, byte[]> consumer = source.consumer()) {
                    open = consumer;
                    follow(consumer);
                } catch (WakeupException e) {
                    LOG.debug("woken up to stop", e);
                } catch (KafkaException | IOException | UncheckedIOException e) {
                    failed("cannot read " + TOPIC + " into the search index: " + e.getMessage() + "; trying again");
                } catch (RuntimeException e) { // Lucene closes an index that it could not write; the check says it
                    LOG.error("reading {} into the search index broke", TOPIC, e);
                    failed("cannot read " + TOPIC + " into the search index: " + e + "; restart the index service");
                } finally {
                    open = null;
                }
            } while (!closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            failed("waits for the topic " + TOPIC);
            return;
        }
        String topicId = source.topicId();
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        seek(consumer, usable(index.position(), topicId, ends), ends);
        Instant committedAt = clock.instant();
        boolean changed = false;
        while (closing.getCount() > 0) {
            boolean some = readSome(consumer);
            changed |= some;
            show(some);
            report(consumer, ends);
            Duration since = Duration.between(committedAt, clock.instant());
            if (since.compareTo(changed ? COMMIT_EVERY : COMMIT_IDLE_EVERY) >= 0) {
                committedAt = commit(consumer, topicId);
                changed = false;
            }
        }
    }

    private boolean readSome(Consumer<String, byte[]> consumer) throws IOException {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> article : records) {
            put(article);
        }
        hidden |= !records.isEmpty();
        return !records.isEmpty();
    }

    /// @param more whether there may be more to read at once
    private void show(boolean more) throws IOException {
        long now = System.nanoTime();
        readAt = more ? now : readAt;
        boolean due =
                index.isSearched() ? !more || now - shownAt >= SHOW_EVERY.toNanos() : now - readAt >= QUIET.toNanos();
        if (hidden && (due || !complete)) {
            index.refresh();
            shownAt = now;
            hidden = false;
        }
    }

    private IndexPosition usable(IndexPosition committed, String topicId, Map<TopicPartition, Long> ends)
            throws IOException {
        boolean ours = committed.topicId().equals(topicId);
        boolean fresh = committed.at().isAfter(clock.instant().minus(OLDEST_COMMIT));
        boolean within = committed.next().entrySet().stream()
                .allMatch(next -> next.getValue() <= ends.getOrDefault(new TopicPartition(TOPIC, next.getKey()), -1L));
        if (ours && fresh && within) {
            return committed;
        }
        complete = false;
        if (index.articles() > 0) {
            LOG.info(
                    "the search index is made anew: its commit of {} {}",
                    committed.at(),
                    ours && within ? "is too old to know every withdrawal" : "is of another topic");
            index.clear();
            index.refresh();
        }
        return IndexPosition.NONE;
    }

    private static void seek(
            Consumer<String, byte[]> consumer, IndexPosition position, Map<TopicPartition, Long> partitions) {
        consumer.assign(partitions.keySet());
        consumer.seekToBeginning(partitions.keySet());
        position.next().forEach((partition, offset) -> consumer.seek(new TopicPartition(TOPIC, partition), offset));
    }

    private void put(ConsumerRecord<String, byte[]> record) throws IOException {
        if (record.value() == null) {
            index.remove(record.key());
            return;
        }
        try {
            Article article =
                    EventTopics.ARTICLES_ENRICHED.valueSerde().deserializer().deserialize(TOPIC, record.value());
            index.put(article);
        } catch (SerializationException e) {
            LOG.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("an article on {} cannot be read, and search does not find it", TOPIC);
        }
    }

    private void report(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        complete |= ends.isEmpty();
        lag.set(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
        state = ends.isEmpty()
                ? Check.passed(CHECK, index.articles() + " articles, " + lag.get() + " behind")
                : Check.failed(CHECK, "reads what was published before: " + index.articles() + " articles found");
    }

    private Instant commit(Consumer<String, byte[]> consumer, String topicId) throws IOException {
        var next = new HashMap<Integer, Long>();
        consumer.assignment().forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        Instant now = clock.instant();
        index.commit(new IndexPosition(topicId, next, now));
        return now;
    }

    private void failed(String what) {
        if (!what.equals(state.detail())) {
            LOG.warn(what);
        }
        state = Check.failed(CHECK, what);
    }
}

package org.copyflow.index.saved;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.TopicFollower;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The saved queries, kept on the compacted topic `queries`, which every instance follows: what one instance saves all
/// of them ask a moment later. Thread-safe.
public final class SavedQueries implements ArticleQueries, AutoCloseable {

    /// How many there may be.
    public static final int MAX_QUERIES = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);
    private static final String TOPIC = EventTopics.QUERIES.name();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOADING = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_CHARS = 12;

    private final QueryMatcher matcher = new QueryMatcher();
    private final TopicFollower<SavedQuery> follower;
    private final Supplier<Producer<String, SavedQuery>> producers;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Producer<String, SavedQuery> producer;

    /// @param consumers opens a consumer without a group
    /// @param producers makes the producer, when there is something to save
    public SavedQueries(
            Supplier<Consumer<String, SavedQuery>> consumers,
            Supplier<Producer<String, SavedQuery>> producers,
            InstantSource clock) {
        this.producers = producers;
        this.clock = clock;
        follower = new TopicFollower<>("saved-queries", List.of(TOPIC), consumers, new Known());
    }

    public void start() {
        follower.start();
    }

    /// Passes once all queries are known that were saved before the start.
    public Check check() {
        return follower.check();
    }

    /// Keeps a query. It finds the articles that are published from when this returns, on other instances from a moment
    /// later.
    ///
    /// @throws BadQueryException where it cannot be used
    /// @throws TooManyQueriesException where there are as many as there may be
    /// @throws KafkaException where Kafka does not take it
    public SavedQuery save(String name, String q, String in) {
        var query = new SavedQuery(id(), name, q, in, clock.instant());
        SavedWords.parse(query);
        if (matcher.queries().size() >= MAX_QUERIES) {
            throw new TooManyQueriesException();
        }
        write(query.id(), query);
        await(() -> matcher.query(query.id()) != null, PATIENCE);
        return query;
    }

    /// Forgets a query. Its topic gets no more articles.
    ///
    /// @return whether it was there
    /// @throws KafkaException where Kafka does not take it
    public boolean delete(String id) {
        if (matcher.query(id) == null) {
            return false;
        }
        write(id, null);
        await(() -> matcher.query(id) == null, PATIENCE);
        return true;
    }

    public @Nullable SavedQuery query(String id) {
        return matcher.query(id);
    }

    public Collection<SavedQuery> queries() {
        return matcher.queries();
    }

    @Override
    public List<TopicRef> matching(Article article) {
        return matcher.matching(article);
    }

    @Override
    public void awaitLoaded() {
        if (!await(() -> check().passed(), LOADING)) {
            LOG.warn("articles are asked before all saved queries are known: {}", check().detail());
        }
    }

    @Override
    public synchronized void close() {
        follower.close();
        if (producer != null) {
            producer.close(PATIENCE);
        }
        matcher.close();
    }

    private synchronized void write(String id, @Nullable SavedQuery query) {
        if (producer == null) {
            producer = producers.get();
        }
        try {
            producer.send(new ProducerRecord<>(TOPIC, id, query)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka did not take the query: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static boolean await(BooleanSupplier what, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (!what.getAsBoolean() && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return what.getAsBoolean();
    }

    private String id() {
        var id = new StringBuilder();
        random.ints(ID_CHARS, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return id.toString();
    }

    /// What the topic says.
    private final class Known implements TopicFollower.Reader<SavedQuery> {

        @Override
        public Instant since() {
            return Instant.EPOCH;
        }

        @Override
        public void read(ConsumerRecord<String, SavedQuery> record) {
            try {
                matcher.put(record.value());
            } catch (BadQueryException e) {
                LOG.error("the saved query {} cannot be used any more: {}", record.key(), e.getMessage());
            }
        }

        @Override
        public void removed(String id) {
            matcher.remove(id);
        }
    }
}

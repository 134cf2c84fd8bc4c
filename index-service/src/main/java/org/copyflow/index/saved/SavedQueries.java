package org.copyflow.index.saved;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.search.Query;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.table.SharedTable;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The saved queries, kept on the compacted topic `queries`, which every instance follows: what one instance saves all
/// of them ask a moment later. Thread-safe.
public final class SavedQueries implements ArticleQueries, AutoCloseable {

    /// How many there may be.
    public static final int MAX_QUERIES = 50_000;

    /// How many there may be of those that are run on every article.
    public static final int MAX_UNFILED = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);
    private static final Duration LOADING = Duration.ofSeconds(60);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_CHARS = 12;

    private final QueryMatcher matcher;
    private final SharedTable<SavedQuery> table;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public SavedQueries(KafkaSettings kafka, InstantSource clock, MeterRegistry registry) {
        this.matcher = new QueryMatcher(registry);
        this.clock = clock;
        table = new SharedTable<>(kafka, EventTopics.QUERIES, new Matched());
    }

    public void start() {
        table.start();
    }

    /// Passes once all queries are known that were saved before the start.
    public Check check() {
        return table.check();
    }

    /// Keeps a query. It finds the articles that are published from when this returns, on other instances from a moment
    /// later.
    ///
    /// @throws BadQueryException where it cannot be used
    /// @throws TooManyQueriesException where there are as many as there may be
    /// @throws KafkaException where Kafka does not take it
    public SavedQuery save(String name, String q, String in) {
        var query = new SavedQuery(id(), name, q, in, clock.instant());
        Query words = SavedWords.parse(query);
        if (queries().size() >= MAX_QUERIES) {
            throw new TooManyQueriesException("there are %d saved queries already".formatted(MAX_QUERIES));
        }
        if (!SavedWords.isFiled(words) && matcher.unfiled() >= MAX_UNFILED) {
            throw new TooManyQueriesException(
                    "there are %d already without a word that must be there, which are run on every article"
                            .formatted(MAX_UNFILED));
        }
        table.put(query.id(), query);
        return query;
    }

    /// Forgets a query. Its topic gets no more articles.
    ///
    /// @return whether it was there
    /// @throws KafkaException where Kafka does not take it
    public boolean delete(String id) {
        if (query(id) == null) {
            return false;
        }
        table.remove(id);
        return true;
    }

    /// @throws StoresUnavailableException while those are read that were saved before the start
    public @Nullable SavedQuery query(String id) {
        requireComplete();
        return matcher.query(id);
    }

    /// @throws StoresUnavailableException likewise
    public Collection<SavedQuery> queries() {
        requireComplete();
        return matcher.queries();
    }

    private void requireComplete() {
        if (!table.isComplete()) {
            throw new StoresUnavailableException("The saved queries are not read yet", null);
        }
    }

    @Override
    public List<TopicRef> matching(Article article) {
        return matcher.matching(article);
    }

    @Override
    public void awaitLoaded() {
        if (!table.awaitComplete(LOADING)) {
            LOG.warn("articles are asked before all saved queries are known: {}", check().detail());
        }
    }

    @Override
    public void close() {
        table.close();
        matcher.close();
    }

    private String id() {
        var id = new StringBuilder();
        random.ints(ID_CHARS, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return id.toString();
    }

    private final class Matched implements SharedTable.Changes<SavedQuery> {

        @Override
        public void put(String id, SavedQuery query) {
            try {
                matcher.put(query);
            } catch (BadQueryException e) {
                LOG.error("the saved query {} cannot be used any more: {}", id, e.getMessage());
            }
        }

        @Override
        public void removed(String id) {
            matcher.remove(id);
        }
    }
}

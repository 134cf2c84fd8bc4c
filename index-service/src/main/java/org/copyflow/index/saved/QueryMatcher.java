package org.copyflow.index.saved;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Quote;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.search.store.SearchAnalyzer;
import org.copyflow.index.search.store.SearchFields;
import org.jspecify.annotations.Nullable;

/// All saved queries, asked at once of one article: each is filed under the rarest words that an article must have for
/// it to match (Lucene's Monitor, the percolator of Elasticsearch), and only those are run of which the article has
/// these. The words are analysed as search analyses them. Thread-safe.
public final class QueryMatcher implements AutoCloseable {

    /// In how many queries' topics an article is at most; the first by id.
    static final int MAX_QUERIES_PER_ARTICLE = 1_000;

    private static final int PENDING = 1_000;

    private final Monitor monitor;
    private final Map<String, SavedQuery> queries = new ConcurrentHashMap<>();
    private final Set<String> unfiled = ConcurrentHashMap.newKeySet();
    private final Map<String, MonitorQuery> pending = new LinkedHashMap<>();
    private final Counter dropped;

    public QueryMatcher(MeterRegistry registry) {
        dropped = Counter.builder("copyflow.index.saved.dropped")
                .description("Topics of saved queries that an article is not in because it is in as many as it may be")
                .register(registry);
        try {
            monitor = new Monitor(SearchAnalyzer.ofTexts());
        } catch (IOException e) {
            throw new UncheckedIOException("a Monitor in memory cannot be made", e);
        }
    }

    /// Keeps a query, in place of one with its id.
    ///
    /// @throws BadQueryException where it cannot be used
    public synchronized void put(SavedQuery query) {
        Query words = SavedWords.parse(query);
        pending.put(query.id(), new MonitorQuery(query.id(), words));
        if (SavedWords.isFiled(words)) {
            unfiled.remove(query.id());
        } else {
            unfiled.add(query.id());
        }
        queries.put(query.id(), query);
        if (pending.size() >= PENDING) {
            register();
        }
    }

    public synchronized void remove(String id) {
        register();
        unfiled.remove(id);
        if (queries.remove(id) != null) {
            try {
                monitor.deleteById(id);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot forget the query " + id, e);
            }
        }
    }

    public @Nullable SavedQuery query(String id) {
        return queries.get(id);
    }

    public Collection<SavedQuery> queries() {
        return queries.values();
    }

    /// How many have no word that an article must have, so that they are run on every article.
    int unfiled() {
        return unfiled.size();
    }

    /// The topics of the queries that find the article, by id.
    public List<TopicRef> matching(Article article) {
        if (queries.isEmpty()) {
            return List.of();
        }
        register();
        try {
            MatchingQueries<QueryMatch> matching = monitor.match(document(article), QueryMatch.SIMPLE_MATCHER);
            List<TopicRef> topics = matching.getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .sorted()
                    .map(queries::get)
                    .filter(Objects::nonNull)
                    .map(SavedQuery::topic)
                    .toList();
            int most = Math.min(topics.size(), MAX_QUERIES_PER_ARTICLE);
            dropped.increment(topics.size() - most);
            return topics.subList(0, most);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the saved queries", e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the Monitor", e);
        }
    }

    /// Many at a time, because each time costs a commit.
    private synchronized void register() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            monitor.register(new ArrayList<>(pending.values()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + pending.size() + " queries", e);
        }
        pending.clear();
    }

    private static Document document(Article article) {
        var document = new Document();
        if (article.title() != null) {
            document.add(new TextField(SearchFields.TITLE, article.title(), Field.Store.NO));
        }
        document.add(new TextField(SearchFields.TEXT, article.text(), Field.Store.NO));
        article.quotes().stream()
                .map(Quote::text)
                .forEach(quote -> document.add(new TextField(SearchFields.QUOTES, quote, Field.Store.NO)));
        return document;
    }
}

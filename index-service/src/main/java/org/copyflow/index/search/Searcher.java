package org.copyflow.index.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.SearchFields;
import org.copyflow.index.search.store.SearchIndex;
import org.jspecify.annotations.Nullable;

/// Answers searches from the local index. Thread-safe.
public final class Searcher {

    private static final int FACET_VALUES = 20;
    private static final Sort BY_TIME = new Sort(
            new SortField(SearchFields.TIME, SortField.Type.LONG, true),
            new SortField(SearchFields.ID, SortField.Type.STRING));
    private static final Sort BY_RELEVANCE =
            new Sort(SortField.FIELD_SCORE, new SortField(SearchFields.ID, SortField.Type.STRING));

    private final SearchIndex index;
    private final Duration patience;

    /// @param patience how long one search may take
    public Searcher(SearchIndex index, Duration patience) {
        this.index = index;
        this.patience = patience;
    }

    /// @throws SearchTooSlowException where it takes longer than allowed, or expands to too many words
    public SearchPage search(SearchQuery query) throws IOException {
        return index.search(searcher -> page(searcher, query));
    }

    private SearchPage page(IndexSearcher searcher, SearchQuery query) throws IOException {
        var left = new Patience(patience, System::nanoTime);
        searcher.setTimeout(left::hasRunOut);
        @Nullable Query words = query.words() == null ? null : WordsParser.parse(query.words(), query.in());
        Object[] found;
        try {
            var best = new TopFieldCollectorManager(
                    query.order() == Order.TIME ? BY_TIME : BY_RELEVANCE,
                    query.limit() + 1,
                    query.after() == null ? null : place(searcher, words, query.after()),
                    query.limit() + 1);
            found = searcher.search(
                    all(words, query), new MultiCollectorManager(best, HitCollector.manager(query.counted())));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new SearchTooSlowException("The words stand for too many others; write more of each.", e);
        }
        if (searcher.timedOut()) {
            throw left.tooSlow();
        }
        TopFieldDocs ranked = (TopFieldDocs) found[0];
        ScoreDoc[] page = Arrays.copyOf(ranked.scoreDocs, Math.min(ranked.scoreDocs.length, query.limit()));
        HitCollector counted = (HitCollector) found[1];
        return new SearchPage(
                counted.total(),
                hits(searcher, page, words == null ? null : Highlights.of(searcher, words, page, left), query.order()),
                ranked.scoreDocs.length > page.length
                        ? SearchCursor.after(query.order(), (FieldDoc) page[page.length - 1])
                                .toString()
                        : null,
                counted.facets(FACET_VALUES));
    }

    /// Where the page before ended. An article that is no hit any more stands where it stood.
    private static FieldDoc place(IndexSearcher searcher, @Nullable Query words, SearchCursor after)
            throws IOException {
        if (after.order() == Order.TIME) {
            return after.asFieldDoc();
        }
        Query last = scored(words)
                .add(new TermQuery(new Term(SearchFields.ID, after.articleId())), Occur.FILTER)
                .build();
        ScoreDoc[] now = searcher.search(last, 1).scoreDocs;
        return now.length == 0 ? after.asFieldDoc() : after.at(now[0].score);
    }

    private static BooleanQuery.Builder scored(@Nullable Query words) {
        return new BooleanQuery.Builder().add(words == null ? new MatchAllDocsQuery() : words, Occur.MUST);
    }

    private static Query all(@Nullable Query words, SearchQuery query) {
        BooleanQuery.Builder all = scored(words);
        query.narrowed().forEach((facet, values) -> all.add(oneOf(facet, values), Occur.FILTER));
        Limit allowed = query.allowed();
        if (!allowed.sources().isEmpty()) {
            all.add(oneOf(Facet.SOURCE, allowed.sources()), Occur.FILTER);
        }
        if (allowed.rights() != null) {
            all.add(new TermQuery(new Term(SearchFields.RIGHTS, allowed.rights().word())), Occur.FILTER);
        }
        if (query.from() != null || query.until() != null) {
            all.add(time(query.from(), query.until()), Occur.FILTER);
        }
        return all.build();
    }

    private static Query oneOf(Facet facet, Collection<String> values) {
        return new TermInSetQuery(
                facet.field(), values.stream().map(BytesRef::new).toList());
    }

    private static Query time(@Nullable Instant from, @Nullable Instant until) {
        return LongPoint.newRangeQuery(
                SearchFields.TIME,
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1);
    }

    private static List<SearchPage.Hit> hits(
            IndexSearcher searcher, ScoreDoc[] found, @Nullable Highlights highlights, Order order) throws IOException {
        var hits = new ArrayList<SearchPage.Hit>(found.length);
        for (int i = 0; i < found.length; i++) {
            ScoreDoc hit = found[i];
            Document document = searcher.storedFields().document(hit.doc, Set.of(SearchFields.CARD));
            byte[] card = BytesRef.deepCopyOf(document.getBinaryValue(SearchFields.CARD)).bytes;
            hits.add(new SearchPage.Hit(
                    EventJson.mapper().readValue(card, ArticleCard.class),
                    order == Order.TIME ? null : (Float) ((FieldDoc) hit).fields[0],
                    highlights == null ? null : highlights.title(i),
                    highlights == null ? List.of() : highlights.passages(i)));
        }
        return hits;
    }
}

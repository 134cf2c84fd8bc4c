package org.copyflow.index.http;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copyflow.index.access.Admission;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.search.SearchCursor;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.SearchTooSlowException;
import org.copyflow.index.search.SearchUnavailableException;
import org.copyflow.index.search.store.Facet;
import org.jspecify.annotations.Nullable;

/// Search by words, narrowed down by topics, entities, sources, languages and time.
final class SearchRoutes {

    static final String[] PARAMETERS = {
        "q", "in", "topic", "entity", "source", "language", "from", "until", "order", "limit", "after", "facet"
    };

    private static final int DEFAULT_HITS = 20;
    private static final int MAX_HITS = 100;
    private static final int MAX_VALUES = 50;

    private final Function<SearchQuery, SearchPage> search;

    SearchRoutes(Function<SearchQuery, SearchPage> search) {
        this.search = search;
    }

    void search(Context ctx) {
        SearchQuery query = query(ctx).within(Admission.limitOf(ctx));
        try {
            JsonAnswer.send(ctx, search.apply(query));
        } catch (SearchUnavailableException e) {
            throw Problems.restoring(e);
        } catch (SearchTooSlowException e) {
            throw Problems.tooSlow(e);
        }
    }

    private static SearchQuery query(Context ctx) {
        String words = Parameters.text(ctx, "q");
        Order order = Parameters.word(ctx, "order", Order.class, words == null ? Order.TIME : Order.RELEVANCE);
        return new SearchQuery(
                words,
                Parameters.word(ctx, "in", Where.class, Where.ANYWHERE),
                narrowed(ctx),
                Parameters.time(ctx, "from"),
                Parameters.time(ctx, "until"),
                order,
                Parameters.number(ctx, "limit", DEFAULT_HITS, 1, MAX_HITS),
                cursor(ctx, order),
                facets(ctx));
    }

    private static Map<Facet, List<String>> narrowed(Context ctx) {
        var narrowed = new EnumMap<Facet, List<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = ctx.queryParams(facet.word());
            if (values.size() > MAX_VALUES) {
                throw Problems.badParameter(
                        facet.word(), values.size() + " values", "given at most " + MAX_VALUES + " times");
            }
            if (!values.isEmpty()) {
                narrowed.put(
                        facet,
                        facet == Facet.LANGUAGE
                                ? values.stream().map(FilterReader::language).toList()
                                : values);
            }
        }
        return narrowed;
    }

    private static List<Facet> facets(Context ctx) {
        return ctx.queryParams("facet").stream()
                .map(word -> Facet.of(word)
                        .orElseThrow(() -> Problems.badParameter("facet", word, Parameters.words(Facet.class))))
                .distinct()
                .toList();
    }

    private static @Nullable SearchCursor cursor(Context ctx, Order order) {
        String given = ctx.queryParam("after");
        try {
            SearchCursor cursor = given == null ? null : SearchCursor.parse(given);
            if (cursor == null || cursor.order() == order) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // refused below, as one of another order
        }
        throw Problems.badParameter(
                "after",
                String.valueOf(given),
                "the `next` of a page of the same search in the same order, as it came");
    }
}

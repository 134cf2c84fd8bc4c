package org.copyflow.index.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.search.store.Facet;
import org.jspecify.annotations.Nullable;

/// What is searched for.
///
/// @param words in the language of the search box; absent for everything
/// @param in which fields the words stand in
/// @param narrowed facet → the values of which a hit has one
/// @param from the earliest time of a hit
/// @param until the time before which hits are
/// @param order what comes first
/// @param limit how many hits a page has
/// @param after the last hit of the page before
/// @param counted by which facets all hits are counted
/// @param allowed which articles can be hits at all
public record SearchQuery(
        @Nullable String words,
        Where in,
        Map<Facet, List<String>> narrowed,
        @Nullable Instant from,
        @Nullable Instant until,
        Order order,
        int limit,
        @Nullable SearchCursor after,
        List<Facet> counted,
        Limit allowed) {

    public SearchQuery {
        narrowed = Map.copyOf(narrowed);
        counted = List.copyOf(counted);
    }

    /// Of every article.
    public SearchQuery(
            @Nullable String words,
            Where in,
            Map<Facet, List<String>> narrowed,
            @Nullable Instant from,
            @Nullable Instant until,
            Order order,
            int limit,
            @Nullable SearchCursor after,
            List<Facet> counted) {
        this(words, in, narrowed, from, until, order, limit, after, counted, Limit.NONE);
    }

    /// The same search among the articles that a reader may have.
    public SearchQuery within(Limit limits) {
        return new SearchQuery(words, in, narrowed, from, until, order, limit, after, counted, limits);
    }

    /// Where words are looked for.
    public enum Where {
        ANYWHERE,
        TITLE,
        TEXT,
        QUOTES
    }

    /// What comes first.
    public enum Order {
        RELEVANCE,
        TIME
    }
}

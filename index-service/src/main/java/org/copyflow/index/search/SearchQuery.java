package org.copyflow.index.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
public record SearchQuery(
        @Nullable String words,
        Where in,
        Map<Facet, List<String>> narrowed,
        @Nullable Instant from,
        @Nullable Instant until,
        Order order,
        int limit,
        @Nullable SearchCursor after,
        List<Facet> counted) {

    public SearchQuery {
        narrowed = Map.copyOf(narrowed);
        counted = List.copyOf(counted);
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

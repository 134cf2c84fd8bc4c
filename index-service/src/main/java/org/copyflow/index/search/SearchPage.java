package org.copyflow.index.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.jspecify.annotations.Nullable;

/// A page of hits.
///
/// @param total how many articles there are on all pages
/// @param hits in the order asked for
/// @param next leads to the next page; absent on the last one
/// @param facets the values that most hits have, most first, for each facet that was asked for
public record SearchPage(
        long total,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Hit> hits,
        @Nullable String next,
        Map<Facet, List<FacetValue>> facets) {

    public SearchPage {
        hits = List.copyOf(hits);
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    /// An article that was found.
    ///
    /// @param article its card
    /// @param score how well it fits; only comparable within one search, and absent by time
    /// @param title its title in HTML with the words found in `mark`; absent where they are not in it
    /// @param passages of its text, likewise
    public record Hit(
            ArticleCard article,
            @Nullable Float score,
            @Nullable String title,
            List<String> passages) {
        public Hit {
            passages = List.copyOf(passages);
        }
    }
}

package org.copyflow.index.filter;

import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Rights;
import org.jspecify.annotations.Nullable;

/// Which articles a reader may have at most, whatever it asks for. A pure function, as filters are.
///
/// @param sources articles of these; empty: of all
/// @param rights what their sources must say of mining; absent: anything
public record Limit(Set<String> sources, @Nullable MiningRight rights) {

    /// Every article.
    public static final Limit NONE = new Limit(Set.of(), null);

    public Limit {
        sources = Set.copyOf(sources);
    }

    /// Whether every article may be had.
    public boolean takesAll() {
        return sources.isEmpty() && rights == null;
    }

    /// Whether the reader may have the article; of one that was withdrawn, whether it may hear of that.
    public boolean takes(Article article) {
        Rights stated = article.rights();
        return (sources.isEmpty() || sources.contains(article.source()))
                && (rights == null
                        || article.status() != ArticleStatus.USABLE
                        || rights.holds(stated == null ? null : stated.dataMining()));
    }

    /// The filter, of what the reader may have.
    ///
    /// @return absent where that is nothing
    public @Nullable Filter narrowed(Filter asked) {
        if (takesAll()) {
            return asked;
        }
        Set<String> left = narrowedSources(asked.source());
        return left.isEmpty() && !sources.isEmpty()
                ? null
                : new Filter(
                        asked.topic(),
                        asked.stated(),
                        asked.entity(),
                        left,
                        asked.language(),
                        asked.query(),
                        narrowedRights(asked.rights()),
                        asked.changes());
    }

    private Set<String> narrowedSources(Set<String> asked) {
        if (asked.isEmpty() || sources.isEmpty()) {
            return asked.isEmpty() ? sources : asked;
        }
        return asked.stream().filter(sources::contains).collect(Collectors.toSet());
    }

    /// What is allowed is among what is not prohibited.
    private Set<MiningRight> narrowedRights(Set<MiningRight> asked) {
        if (rights == null || asked.equals(Set.of(MiningRight.MINING_ALLOWED))) {
            return asked;
        }
        return Set.of(rights);
    }
}

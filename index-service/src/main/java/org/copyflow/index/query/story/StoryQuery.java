package org.copyflow.index.query.story;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Which stories to list.
///
/// @param language only of this language
/// @param limit at most so many
public record StoryQuery(@Nullable String language, Order order, int limit) {

    private static final Comparator<StorySummary> NEWEST_FIRST =
            Comparator.comparing(StorySummary::lastSeen).reversed().thenComparing(StorySummary::id);
    private static final Comparator<StorySummary> WIDEST_FIRST = Comparator.comparingInt(StorySummary::sources)
            .thenComparingInt(StorySummary::articles)
            .reversed()
            .thenComparing(NEWEST_FIRST);

    public enum Order {
        /// Most sources first, then most articles.
        SOURCES,
        /// Last told of first.
        UPDATED
    }

    Comparator<StorySummary> comparator() {
        return switch (order) {
            case SOURCES -> WIDEST_FIRST;
            case UPDATED -> NEWEST_FIRST;
        };
    }
}

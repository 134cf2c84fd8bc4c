package org.copyflow.index.query.story;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Which stories to list.
///
/// @param language only of this language
/// @param limit at most so many
public record StoryQuery(@Nullable String language, Order order, int limit) {

    public enum Order {
        /// Most sources first, then most articles.
        SOURCES(Comparator.comparingInt(StorySummary::sources)
                .thenComparingInt(StorySummary::articles)
                .thenComparing(StorySummary::lastSeen)),
        /// Last told of first.
        UPDATED(Comparator.comparing(StorySummary::lastSeen));

        private final Comparator<StorySummary> leastFirst;

        Order(Comparator<StorySummary> leastFirst) {
            this.leastFirst = leastFirst;
        }

        Comparator<StorySummary> comparator() {
            return leastFirst.reversed().thenComparing(StorySummary::id);
        }
    }
}

package org.copyflow.index.query;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Which topics to list.
///
/// @param kind only of this kind
/// @param words only those of which a name has all these words, or beginnings of them
/// @param broader only those right below this topic; [#NONE] for those below no other
/// @param limit at most so many
/// @param after where the page before ended; absent for the first page
public record TopicQuery(
        @Nullable String kind,
        @Nullable String words,
        @Nullable String broader,
        Order order,
        int limit,
        @Nullable TopicPlace after) {

    /// No topic has this id.
    public static final String NONE = "none";

    /// What comes first. Where it is the same, the id decides.
    public enum Order {
        /// What stands farthest above its own past; where nothing does, most articles.
        TREND(Comparator.comparingDouble(TopicSummary::trend)
                .thenComparingLong(TopicSummary::articles)
                .reversed()),
        /// Most articles.
        VOLUME(Comparator.comparingLong(TopicSummary::articles).reversed()),
        /// Last changed.
        NEWEST(Comparator.comparing(TopicSummary::updatedAt).reversed()),
        /// The beginning of the alphabet.
        NAME(Comparator.comparing(TopicSummary::name, String.CASE_INSENSITIVE_ORDER));

        private final Comparator<TopicSummary> comparator;

        Order(Comparator<TopicSummary> first) {
            comparator = first.thenComparing(TopicSummary::id);
        }

        Comparator<TopicSummary> comparator() {
            return comparator;
        }
    }

    /// The first page of those of a kind.
    public static TopicQuery ofKind(String kind, Order order, int limit) {
        return new TopicQuery(kind, null, null, order, limit, null);
    }

    /// Whether kind and place in the vocabulary are as asked.
    boolean selects(TopicSummary topic) {
        return (kind == null || kind.equals(topic.kind())) && (broader == null || broader.equals(above(topic)));
    }

    /// Whether the topic stands on this page or a later one.
    boolean comesAfter(TopicSummary topic) {
        return after == null || order.comparator().compare(after.topic(), topic) < 0;
    }

    private static String above(TopicSummary topic) {
        return topic.broader().isEmpty() ? NONE : topic.broader().getLast();
    }
}

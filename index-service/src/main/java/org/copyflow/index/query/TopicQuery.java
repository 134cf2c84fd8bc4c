package org.copyflow.index.query;

import java.util.Comparator;
import java.util.function.Predicate;
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
        TREND,
        /// Most articles.
        VOLUME,
        /// Last changed.
        NEWEST,
        /// The beginning of the alphabet.
        NAME;

        Comparator<TopicSummary> comparator() {
            Comparator<TopicSummary> first = switch (this) {
                case TREND ->
                    Comparator.comparingDouble(TopicSummary::trend)
                            .thenComparingLong(TopicSummary::articles)
                            .reversed();
                case VOLUME -> Comparator.comparingLong(TopicSummary::articles).reversed();
                case NEWEST -> Comparator.comparing(TopicSummary::updatedAt).reversed();
                case NAME -> Comparator.comparing(TopicSummary::name, String.CASE_INSENSITIVE_ORDER);
            };
            return first.thenComparing(TopicSummary::id);
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

    /// Whether a topic stands on this page or a later one.
    Predicate<TopicSummary> isAhead() {
        Comparator<TopicSummary> comparator = order.comparator();
        return topic -> after == null || comparator.compare(after.topic(), topic) < 0;
    }

    private static String above(TopicSummary topic) {
        return topic.broader().isEmpty() ? NONE : topic.broader().getLast();
    }
}

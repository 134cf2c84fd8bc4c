package org.copyflow.index.page.topic;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.copyflow.index.page.TopicKind;
import org.copyflow.index.page.TopicLink;
import org.copyflow.index.query.TopicList;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicSummary;
import org.jspecify.annotations.Nullable;

/// What the list of topics shows.
///
/// @param hidden what the form keeps of the address
/// @param orders in which it can be
/// @param levels from the top of the hierarchy to this list; empty outside of one
/// @param more the next page
record TopicListModel(
        String title,
        String words,
        List<Field> hidden,
        List<Choice> orders,
        List<Choice> levels,
        List<Row> topics,
        long total,
        @Nullable String more) {

    record Field(String name, String value) {}

    record Choice(String title, String href, boolean current) {}

    /// @param trend absent where it does not trend
    /// @param below the list of what is right below it; absent where nothing is
    record Row(
            TopicLink link,
            @Nullable String trend,
            boolean breaking,
            @Nullable String below) {}

    /// @param above what the list is below, from the top level down
    /// @param parents the ids of the topics that have others below them
    static TopicListModel of(ListAddress address, TopicList list, List<TopicLink> above, Set<String> parents) {
        return new TopicListModel(
                address.kind() == null ? "Topics" : TopicKind.title(address.kind()),
                address.words() == null ? "" : address.words(),
                Stream.of(field("kind", address.kind()), field("broader", address.broader()), order(address))
                        .filter(field -> !field.value().isEmpty())
                        .toList(),
                Stream.of(Order.values())
                        .map(order -> new Choice(title(order), address.in(order).href(), order == address.order()))
                        .toList(),
                levels(address, above, parents),
                list.topics().stream()
                        .map(topic -> row(topic, address, parents))
                        .toList(),
                list.total(),
                list.next() == null ? null : address.after(list.next()).href());
    }

    private static List<Choice> levels(ListAddress address, List<TopicLink> above, Set<String> parents) {
        if (parents.isEmpty()) {
            return List.of();
        }
        Stream<Choice> ends = Stream.of(
                new Choice("All levels", address.below(null).href(), address.broader() == null),
                new Choice(
                        "Top level", address.below(TopicQuery.NONE).href(), TopicQuery.NONE.equals(address.broader())));
        Stream<Choice> between = above.stream()
                .map(link -> new Choice(
                        link.name(), address.below(link.id()).href(), link.id().equals(address.broader())));
        return Stream.concat(ends, between).toList();
    }

    private static Row row(TopicSummary topic, ListAddress address, Set<String> parents) {
        return new Row(
                TopicLink.of(topic),
                topic.trend() == 0 ? null : String.valueOf(topic.trend()),
                topic.breaking(),
                parents.contains(topic.id()) ? address.below(topic.id()).href() : null);
    }

    private static Field order(ListAddress address) {
        return field("order", address.order() == Order.VOLUME ? null : address.word());
    }

    private static Field field(String name, @Nullable String value) {
        return new Field(name, value == null ? "" : value);
    }

    private static String title(Order order) {
        return switch (order) {
            case TREND -> "Trending";
            case VOLUME -> "Most articles";
            case NEWEST -> "Newest";
            case NAME -> "By name";
        };
    }
}

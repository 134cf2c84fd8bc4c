package org.copyflow.index.page.topic;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.copyflow.index.page.Links;
import org.copyflow.index.query.TopicPlace;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.jspecify.annotations.Nullable;

/// Which list of topics an address asks for. What it cannot use of the address it passes over.
record ListAddress(
        @Nullable String kind,
        @Nullable String words,
        @Nullable String broader,
        Order order,
        @Nullable TopicPlace after) {

    private static final int MAX_CHARS = 200;

    static ListAddress of(Context ctx) {
        Order order = order(ctx.queryParam("order"));
        return new ListAddress(
                text(ctx.queryParam("kind")),
                text(ctx.queryParam("q")),
                text(ctx.queryParam("broader")),
                order,
                place(ctx.queryParam("after"), order));
    }

    TopicQuery query(int limit) {
        return new TopicQuery(kind, words, broader, order, limit, after);
    }

    ListAddress in(Order another) {
        return new ListAddress(kind, words, broader, another, null);
    }

    ListAddress after(TopicPlace place) {
        return new ListAddress(kind, words, broader, order, place);
    }

    ListAddress below(@Nullable String topicId) {
        return new ListAddress(kind, null, topicId, order, null);
    }

    String href() {
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("kind", kind);
        parts.put("q", words);
        parts.put("broader", broader);
        parts.put("order", order == Order.VOLUME ? null : word());
        parts.put("after", after == null ? null : after.cursor());
        parts.values().removeIf(Objects::isNull);
        return parts.isEmpty()
                ? "/topics"
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + '=' + Links.query(String.valueOf(part.getValue())))
                        .collect(Collectors.joining("&", "/topics?", ""));
    }

    String word() {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private static Order order(@Nullable String word) {
        return Arrays.stream(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(Order.VOLUME);
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank()
                ? null
                : given.strip().substring(0, Math.min(given.strip().length(), MAX_CHARS));
    }

    private static @Nullable TopicPlace place(@Nullable String cursor, Order order) {
        try {
            TopicPlace place = cursor == null ? null : TopicPlace.parse(cursor);
            return place == null || place.order() != order ? null : place;
        } catch (IllegalArgumentException _) {
            return null; // the first page is the answer to a broken address
        }
    }
}

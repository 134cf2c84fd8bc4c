package org.copyflow.index.page.search;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.index.page.Links;
import org.copyflow.index.search.SearchCursor;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.jspecify.annotations.Nullable;

/// What an address searches for, by the parameters of `/v1/search`. What it cannot use of the address it passes over.
record SearchAddress(Map<String, List<String>> parameters) {

    private static final int HITS = 20;
    private static final int MAX_CHARS = 200;
    private static final int MAX_VALUES = 50;
    private static final String AFTER = "after";
    private static final String ORDER = "order";
    private static final List<String> SINGLE = List.of("q", "in", "from", "until", ORDER, AFTER);

    static SearchAddress of(Context ctx) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (String name : SINGLE) {
            String value = ctx.queryParam(name);
            if (value != null && !value.isBlank() && value.strip().length() <= MAX_CHARS) {
                parameters.put(name, List.of(value.strip()));
            }
        }
        for (Facet facet : Facet.values()) {
            List<String> values = ctx.queryParams(facet.word());
            if (!values.isEmpty()) {
                parameters.put(
                        facet.word(),
                        values.stream().distinct().limit(MAX_VALUES).toList());
            }
        }
        return new SearchAddress(parameters);
    }

    SearchQuery query() {
        Map<Facet, List<String>> narrowed = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (parameters.containsKey(facet.word())) {
                narrowed.put(facet, values(facet));
            }
        }
        String words = value("q");
        Order order = word(ORDER, Order.class, words == null ? Order.TIME : Order.RELEVANCE);
        return new SearchQuery(
                words,
                word("in", Where.class, Where.ANYWHERE),
                narrowed,
                day("from"),
                day("until"),
                order,
                HITS,
                cursor(order),
                List.of(Facet.values()));
    }

    @Nullable
    String value(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    List<String> values(Facet facet) {
        return parameters.getOrDefault(facet.word(), List.of());
    }

    /// Narrowed down by this value, in place of others of its facet, which together would let more in.
    SearchAddress with(Facet facet, String value) {
        return with(facet.word(), List.of(value));
    }

    SearchAddress without(Facet facet, String value) {
        return with(
                facet.word(),
                values(facet).stream().filter(one -> !one.equals(value)).toList());
    }

    SearchAddress after(String cursor) {
        return with(AFTER, List.of(cursor));
    }

    String href() {
        var href = new StringBuilder("/search");
        parameters.forEach((name, values) -> values.forEach(value -> href.append(href.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(Links.query(value))));
        return href.toString();
    }

    private SearchAddress with(String name, List<String> values) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        changed.put(name, values);
        changed.values().removeIf(List::isEmpty);
        return new SearchAddress(changed);
    }

    private <E extends Enum<E>> E word(String name, Class<E> type, E byDefault) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(value(name)))
                .findFirst()
                .orElse(byDefault);
    }

    private @Nullable Instant day(String name) {
        String day = value(name);
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private @Nullable SearchCursor cursor(Order order) {
        String cursor = value(AFTER);
        try {
            SearchCursor after = cursor == null ? null : SearchCursor.parse(cursor);
            return after == null || after.order() != order ? null : after;
        } catch (IllegalArgumentException _) {
            return null; // the first page is the answer to a broken address
        }
    }
}

package org.copyflow.index.http.topic;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.index.access.Admission;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.Parameters;
import org.copyflow.index.http.Problems;
import org.copyflow.index.store.CardPosition;
import org.jspecify.annotations.Nullable;

/// Which page of a topic's articles is asked for.
///
/// @param before where the page before ended; absent for the newest
/// @param filter which articles
record PageQuery(int limit, @Nullable CardPosition before, Filter filter) {

    private static final String BEFORE = "before";
    private static final List<String> FILTERS = List.of("source", "language", "rights");
    private static final int DEFAULT_ARTICLES = 20;

    /// @param most articles a page may have
    static PageQuery of(Context ctx, int most) {
        Map<String, List<String>> filter = new LinkedHashMap<>(ctx.queryParamMap());
        filter.keySet().retainAll(FILTERS);
        return new PageQuery(
                Parameters.number(ctx, "limit", DEFAULT_ARTICLES, 1, most),
                position(ctx.queryParam(BEFORE)),
                Admission.narrowed(ctx, FilterReader.read(filter)));
    }

    static String[] parameters() {
        return new String[] {"limit", BEFORE, "source", "language", "rights"};
    }

    /// The same page's, with its question mark.
    static String same(Context ctx) {
        return text(ctx.queryParamMap());
    }

    /// The next page's.
    static String after(Context ctx, CardPosition last) {
        Map<String, List<String>> next = new LinkedHashMap<>(ctx.queryParamMap());
        next.put(BEFORE, List.of(last.cursor()));
        return text(next);
    }

    private static String text(Map<String, List<String>> parameters) {
        var text = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> text.append(text.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value))));
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable CardPosition position(@Nullable String cursor) {
        try {
            return cursor == null ? null : CardPosition.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter(BEFORE, cursor, "the `next` of a page, as it came");
        }
    }
}

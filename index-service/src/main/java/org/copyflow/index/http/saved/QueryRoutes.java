package org.copyflow.index.http.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.index.http.JsonAnswer;
import org.copyflow.index.http.Parameters;
import org.copyflow.index.http.Problems;
import org.copyflow.index.http.Routes;
import org.copyflow.index.saved.BadQueryException;
import org.copyflow.index.saved.SavedQueries;
import org.copyflow.index.saved.TooManyQueriesException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Saved queries: what is saved finds articles from then on.
public final class QueryRoutes {

    private static final int DEFAULT_QUERIES = 100;
    private static final int MAX_QUERIES = 1_000;
    private static final int MAX_NAME_CHARS = 200;
    private static final List<String> FIELDS = List.of("name", "q", "in");

    private final SavedQueries queries;

    /// @param topic the topic of what it finds
    private record Shown(String id, String topic, String name, String q, String in, Instant createdAt) {

        static Shown of(SavedQuery query) {
            return new Shown(query.id(), query.topic().id(), query.name(), query.q(), query.in(), query.createdAt());
        }
    }

    /// @param total how many there are
    /// @param next sent back as `after` for those after these; absent on the last page
    private record Listed(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> queries,
            int total,
            @Nullable String next) {}

    public QueryRoutes(SavedQueries queries) {
        this.queries = queries;
    }

    public void addTo(Routes routes) {
        routes.post("/v1/queries", this::save);
        routes.get("/v1/queries", this::list, "limit", "after");
        routes.get("/v1/queries/{id}", this::show);
        routes.delete("/v1/queries/{id}", this::delete);
    }

    private void save(Context ctx) {
        JsonNode body = body(ctx);
        String q = text(body, "q", null);
        String name = text(body, "name", q);
        if (name.length() > MAX_NAME_CHARS && body.has("name")) {
            throw Problems.badBody("name has more than " + MAX_NAME_CHARS + " characters");
        }
        try {
            String shown = name.substring(0, Math.min(name.length(), MAX_NAME_CHARS));
            SavedQuery saved = queries.save(shown, q, text(body, "in", "anywhere"));
            ctx.status(201).header("Location", "/v1/queries/" + saved.id());
            JsonAnswer.send(ctx, Shown.of(saved));
        } catch (BadQueryException e) {
            throw Problems.badBody(String.valueOf(e.getMessage()));
        } catch (TooManyQueriesException e) {
            throw Problems.tooManyQueries(e);
        } catch (KafkaException e) {
            throw Problems.kafkaUnavailable(e);
        }
    }

    /// By id: `limit`, and `after` the last id of the page before.
    private void list(Context ctx) {
        int limit = Parameters.number(ctx, "limit", DEFAULT_QUERIES, 1, MAX_QUERIES);
        String after = Parameters.text(ctx, "after");
        List<SavedQuery> page = queries.queries().stream()
                .filter(query -> after == null || query.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(SavedQuery::id))
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        List<SavedQuery> shown = more ? page.subList(0, limit) : page;
        JsonAnswer.send(
                ctx,
                new Listed(
                        shown.stream().map(Shown::of).toList(),
                        queries.queries().size(),
                        more ? shown.getLast().id() : null));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        SavedQuery query = queries.query(id);
        if (query == null) {
            throw Problems.noQuery(id);
        }
        JsonAnswer.send(ctx, Shown.of(query));
    }

    private void delete(Context ctx) {
        String id = ctx.pathParam("id");
        try {
            if (!queries.delete(id)) {
                throw Problems.noQuery(id);
            }
        } catch (KafkaException e) {
            throw Problems.kafkaUnavailable(e);
        }
        ctx.status(204);
    }

    private static JsonNode body(Context ctx) {
        try {
            JsonNode body = EventJson.mapper().readTree(ctx.bodyAsBytes());
            if (body.isObject()) {
                for (String name : body.propertyNames()) {
                    if (!FIELDS.contains(name)) {
                        throw Problems.badBody(
                                "there is no '%s'; known are %s".formatted(name, String.join(", ", FIELDS)));
                    }
                }
                return body;
            }
        } catch (JacksonException e) {
            throw Problems.badBody("it is no JSON: " + e.getOriginalMessage());
        }
        throw Problems.badBody("it is no JSON object");
    }

    private static String text(JsonNode body, String name, @Nullable String byDefault) {
        JsonNode given = body.path(name);
        if (given.isMissingNode() && byDefault != null) {
            return byDefault;
        }
        if (!given.isString()) {
            throw Problems.badBody("%s must be a text".formatted(name));
        }
        return given.asString().strip();
    }
}

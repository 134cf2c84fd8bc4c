package org.copyflow.index.http.subscription;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.index.feed.Cursor;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The JSON object of a request about subscriptions. Every method throws [ProblemException] where a member cannot be
/// used.
record SubscriptionBody(JsonNode json) {

    /// @param members that it may have
    static SubscriptionBody of(Context ctx, List<String> members) {
        JsonNode body;
        try {
            body = EventJson.mapper().readTree(ctx.body());
        } catch (JacksonException e) {
            throw bad("The body is no JSON: " + e.getOriginalMessage());
        }
        if (!body.isObject()) {
            throw bad("The body must be a JSON object.");
        }
        for (String name : body.propertyNames()) {
            if (!members.contains(name)) {
                throw bad("The member '%s' is not known; known are %s.".formatted(name, String.join(", ", members)));
            }
        }
        return new SubscriptionBody(body);
    }

    static ProblemException bad(String detail) {
        return new ProblemException(Problem.of(422, "bad-subscription", "The subscription cannot be used", detail));
    }

    String url() {
        return json.path("url").asString("");
    }

    /// The one that takes everything where it has none.
    JsonNode filter() {
        JsonNode filter = json.path("filter");
        return filter.isMissingNode() ? EventJson.mapper().createObjectNode() : filter;
    }

    @Nullable
    Cursor after() {
        String given = json.path("after").asString("");
        try {
            return given.isEmpty() ? null : Cursor.parse(given);
        } catch (IllegalArgumentException e) {
            throw bad("after is no cursor: it is the `cursor` of a delivery, or the id of an event of a stream.");
        }
    }

    @Nullable
    Instant since() {
        String given = json.path("since").asString("");
        try {
            return given.isEmpty() ? null : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw bad("since must be a time, as 2026-03-05T12:00:00Z.");
        }
    }

    int number(String name, int byDefault, int least, int most) {
        JsonNode given = json.path(name);
        if (given.isMissingNode()) {
            return byDefault;
        }
        if (!given.isIntegralNumber() || !given.canConvertToInt() || given.asInt() < least || given.asInt() > most) {
            throw bad("%s must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return given.asInt();
    }
}

package org.copyflow.index.http.subscription;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.copyflow.events.EventJson;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.Parameters;
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
            body = EventJson.mapper().readTree(ctx.bodyAsBytes());
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

    /// What it says.
    ///
    /// @param isSaved whether there is a saved query of this id
    /// @throws org.copyflow.index.filter.BadFilterException where it is none
    Filter readFilter(Predicate<String> isSaved) {
        return FilterReader.requireSaved(FilterReader.read(filter()), isSaved);
    }

    @Nullable
    Cursor after() {
        String given = text("after");
        try {
            return given == null ? null : Cursor.parse(given);
        } catch (IllegalArgumentException e) {
            throw bad("after is no cursor: it is the `cursor` of a delivery, or the id of an event of a stream.");
        }
    }

    @Nullable
    Instant since() {
        String given = text("since");
        return given == null ? null : Parameters.time("since", given);
    }

    private @Nullable String text(String name) {
        JsonNode given = json.path(name);
        if (given.isMissingNode()) {
            return null;
        }
        if (!given.isString()) {
            throw bad(name + " must be a text.");
        }
        return given.asString();
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

package org.copyflow.events.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A webhook: where events are pushed, and which.
///
/// @param id what it is called
/// @param reader whose it is; absent where readers have no keys
/// @param url where events are posted
/// @param filter which events, as an index service reads filters
/// @param secrets what deliveries are signed with, as Standard Webhooks writes them; the newest first
/// @param state what is done with it
/// @param reason why it is in that state, where nobody asked for it
/// @param from the cursor after which its events begin
/// @param round how often it was told to begin anew: a position of an earlier round does not count
/// @param createdAt when it was made
/// @param changedAt when any of this last changed
public record WebhookSubscription(
        String id,
        @Nullable String reader,
        String url,
        JsonNode filter,
        List<String> secrets,
        State state,
        @Nullable String reason,
        String from,
        int round,
        Instant createdAt,
        Instant changedAt) {

    public enum State {
        /// Events are delivered.
        @JsonProperty("active")
        ACTIVE,
        /// Somebody stopped it for now; it goes on where it was.
        @JsonProperty("paused")
        PAUSED,
        /// Its address says that it is gone, or has failed for too long; it goes on where it was when it is resumed.
        @JsonProperty("ended")
        ENDED
    }

    public WebhookSubscription {
        filter = filter == null ? JsonNodeFactory.instance.objectNode() : filter; // the empty one is left out
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
    }

    public WebhookSubscription in(State next, @Nullable String because, Instant now) {
        return new WebhookSubscription(id, reader, url, filter, secrets, next, because, from, round, createdAt, now);
    }

    public WebhookSubscription withSecrets(List<String> next, Instant now) {
        return new WebhookSubscription(id, reader, url, filter, next, state, reason, from, round, createdAt, now);
    }

    /// Begins anew after a cursor.
    public WebhookSubscription beginning(String after, Instant now) {
        return new WebhookSubscription(
                id, reader, url, filter, secrets, state, reason, after, round + 1, createdAt, now);
    }
}

package org.copyflow.index.http.subscription;

import java.time.Instant;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.index.webhooks.Webhooks.Known;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is told of a webhook.
///
/// @param reader whose it is; absent where readers have no keys
/// @param secret the newest of its secrets; told when it is made and when it is changed only
/// @param progress how far it has come; absent where nothing was delivered yet
record WebhookAnswer(
        String id,
        @Nullable String reader,
        String url,
        JsonNode filter,
        WebhookSubscription.State state,
        @Nullable String reason,
        @Nullable String secret,
        Instant createdAt,
        Instant changedAt,
        @Nullable WebhookProgress progress) {

    static WebhookAnswer of(Known known) {
        return of(known, null);
    }

    static WebhookAnswer withSecret(Known known) {
        return of(known, known.subscription().secrets().getFirst());
    }

    private static WebhookAnswer of(Known known, @Nullable String secret) {
        WebhookSubscription subscription = known.subscription();
        return new WebhookAnswer(
                subscription.id(),
                subscription.reader(),
                subscription.url(),
                subscription.filter(),
                subscription.state(),
                subscription.reason(),
                secret,
                subscription.createdAt(),
                subscription.changedAt(),
                known.progress());
    }
}

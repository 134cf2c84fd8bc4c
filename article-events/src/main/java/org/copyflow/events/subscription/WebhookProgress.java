package org.copyflow.events.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a webhook has come.
///
/// @param id which
/// @param round the round of the subscription that this belongs to
/// @param cursor everything up to here is delivered, or was not wanted
/// @param delivered how many events were delivered in all
/// @param failures how many attempts have failed since the last success
/// @param failingSince when the first of them did
/// @param nextAttemptAt when the next attempt is made, where the last failed
/// @param attempts the last attempts, newest first
public record WebhookProgress(
        String id,
        int round,
        String cursor,
        long delivered,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {

    public WebhookProgress {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /// One attempt to deliver an event.
    ///
    /// @param messageId the event's `webhook-id`, which no other message has, of whatever webhook and feed
    /// @param status what was answered; absent where nothing was
    /// @param error what went wrong; absent where nothing did
    public record Attempt(
            String messageId,
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable String error) {}
}

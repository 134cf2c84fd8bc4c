package org.copyflow.events;

import java.time.Instant;
import java.util.List;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookProgress.Attempt;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import tools.jackson.databind.node.JsonNodeFactory;

/// A webhook, with everything that one can have.
final class ExampleWebhooks {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private ExampleWebhooks() {}

    static WebhookSubscription subscription() {
        return new WebhookSubscription(
                "whk_1",
                "news-app",
                "https://example.org/events",
                JsonNodeFactory.instance.objectNode().put("topic", "medtop:04000000"),
                List.of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"),
                State.ENDED,
                "the address answered 410: it is gone",
                "feed~0-12",
                1,
                NOON,
                NOON);
    }

    static WebhookProgress progress() {
        var attempt = new Attempt("whk_1_feed_0_13", NOON, 12, 500, "the address answered 500");
        return new WebhookProgress("whk_1", 1, "feed~0-12", 7, 1, NOON, NOON, List.of(attempt));
    }
}

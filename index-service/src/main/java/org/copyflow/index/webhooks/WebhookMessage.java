package org.copyflow.index.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.copyflow.events.EventJson;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.SeenEvent;

/// What is posted: `type`, `timestamp` and `data`, as Standard Webhooks advises.
///
/// @param id the same at every attempt, and when the event is delivered again; no other message has it, of whatever
///     webhook and feed: what a receiver knows it by
@SuppressWarnings("ArrayRecordComponent") // made to be sent, never compared
record WebhookMessage(String id, byte[] body) {

    /// An event of the feed; its data is what a stream sends.
    static WebhookMessage of(WebhookSubscription to, SeenEvent seen) {
        FeedEvent event = seen.feedEvent();
        String type = "article." + seen.event().change().name().toLowerCase(Locale.ROOT);
        String body = "{\"type\":\"" + type + "\",\"timestamp\":\""
                + seen.event().at() + "\",\"cursor\":\"" + seen.cursor() + "\",\"data\":" + seen.json() + "}";
        String id = to.id() + "_" + seen.cursor().feed() + "_" + event.partition() + "_" + event.offset();
        return new WebhookMessage(id, body.getBytes(StandardCharsets.UTF_8));
    }

    /// That events are missing before what follows.
    static WebhookMessage gap(WebhookSubscription to, Cursor after, Instant now) {
        String place = to.round() + " " + after;
        return new WebhookMessage(
                to.id() + "_gap_" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                json("gap", now, Map.of("after", after.toString(), "reason", "expired")));
    }

    /// To try an address out.
    static WebhookMessage test(WebhookSubscription to, Instant now) {
        return new WebhookMessage(
                to.id() + "_test_" + now.toEpochMilli(),
                json("test", now, Map.of("says", "a test delivery of Copyflow")));
    }

    private static byte[] json(String type, Instant now, Map<String, String> data) {
        return EventJson.mapper().writeValueAsBytes(new Plain(type, now, data));
    }

    private record Plain(String type, Instant timestamp, Map<String, String> data) {}
}

package org.copyflow.index.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.SeenEvent;

/// What is posted: `type`, `timestamp` and `data`, as Standard Webhooks advises.
///
/// @param id the same at every attempt, and when the event is delivered again: what a receiver knows it by
@SuppressWarnings("ArrayRecordComponent") // made to be sent, never compared
record WebhookMessage(String id, byte[] body) {

    /// An event of the feed; its data is what a stream sends.
    static WebhookMessage of(SeenEvent seen) {
        FeedEvent event = seen.feedEvent();
        String type = "article." + seen.event().change().name().toLowerCase(Locale.ROOT);
        String body = "{\"type\":\"" + type + "\",\"timestamp\":\""
                + seen.event().at() + "\",\"cursor\":\"" + seen.cursor() + "\",\"data\":" + seen.json() + "}";
        return new WebhookMessage(
                "evt_" + event.partition() + "_" + event.offset(), body.getBytes(StandardCharsets.UTF_8));
    }

    /// That events are missing before what follows.
    static WebhookMessage gap(Cursor after, Instant now) {
        return new WebhookMessage(
                "gap_" + after.toString().hashCode() + "_" + now.toEpochMilli(),
                json("gap", now, Map.of("after", after.toString(), "reason", "expired")));
    }

    /// To try an address out.
    static WebhookMessage test(Instant now) {
        return new WebhookMessage(
                "test_" + now.toEpochMilli(), json("test", now, Map.of("says", "a test delivery of Copyflow")));
    }

    private static byte[] json(String type, Instant now, Map<String, String> data) {
        return EventJson.mapper().writeValueAsBytes(new Plain(type, now, data));
    }

    private record Plain(String type, Instant timestamp, Map<String, String> data) {}
}

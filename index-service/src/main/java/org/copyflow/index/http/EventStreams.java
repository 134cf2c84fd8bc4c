package org.copyflow.index.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.index.http.ReplayReader.Replay;
import org.copyflow.index.live.Cursor;
import org.copyflow.index.live.FeedEvent;
import org.copyflow.index.live.Interest;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.live.Subscription;
import org.copyflow.index.live.Subscription.Signal;
import org.copyflow.index.live.SubscriptionRefusedException;
import org.copyflow.index.query.TopicStore;
import org.jspecify.annotations.Nullable;

/// Event streams: what happened, then what happens, each event once and in the order of its topic.
///
/// An event's name is its change, its data the topic event, its id the cursor to go on from. Besides, `gap` says that
/// events are missing before what follows, and `lagged`, at the end, that the reader was too slow. Each stream keeps
/// the thread that serves it.
public final class EventStreams {

    private static final long CLIENT_RETRY_MS = 1_000;

    private final Subscribers subscribers;
    private final ReplayReader replays;
    private final Duration heartbeat;

    /// @param maxReplayEvents how many events a stream begins with at most
    /// @param patience how long the stores may be behind the feed when a stream begins
    /// @param heartbeat how long a stream is silent at most
    public EventStreams(
            TopicStore topics, Subscribers subscribers, int maxReplayEvents, Duration patience, Duration heartbeat) {
        this.subscribers = subscribers;
        this.replays = new ReplayReader(topics, maxReplayEvents, patience);
        this.heartbeat = heartbeat;
    }

    /// Opens the answer, once nothing can be refused any more.
    interface Answer {
        OutputStream open() throws IOException;
    }

    /// Serves one stream until its client leaves, lags or the service stops.
    ///
    /// @param after go on after this cursor; absent for a new stream
    /// @param latest without a cursor, begin with so many of the latest events
    void serve(Interest interest, @Nullable Cursor after, int latest, Answer answer)
            throws IOException, InterruptedException {
        try (Subscription subscription = subscribers.subscribe(interest)) {
            Replay replay = replays.read(subscription, after, latest);
            var out = new SseWriter(answer.open());
            Cursor cursor = send(replay, after, out);
            follow(subscription, replay, cursor, out);
        } catch (SubscriptionRefusedException e) {
            throw Problems.refused(e);
        }
    }

    /// Refuses what [#serve] would refuse, without opening an answer or keeping a place.
    void check(Interest interest, @Nullable Cursor after, int latest) throws InterruptedException {
        try (Subscription subscription = subscribers.subscribe(interest)) {
            replays.read(subscription, after, latest);
        } catch (SubscriptionRefusedException e) {
            throw Problems.refused(e);
        }
    }

    private static Cursor send(Replay replay, @Nullable Cursor after, SseWriter out) throws IOException {
        out.retryAfter(CLIENT_RETRY_MS);
        Replay.Gap gap = replay.gap();
        if (gap != null) {
            out.event(
                    "gap",
                    null,
                    json(Map.of("after", String.valueOf(after), "reason", gap.word(), "says", gap.says())));
        }
        Cursor cursor = replay.from();
        for (FeedEvent event : replay.events()) {
            cursor = cursor.after(event.partition(), event.offset());
            send(event, cursor, out);
        }
        cursor = Cursor.of(replay.covered());
        out.position(cursor.toString());
        out.flush();
        return cursor;
    }

    private void follow(Subscription subscription, Replay replay, Cursor from, SseWriter out)
            throws IOException, InterruptedException {
        Cursor cursor = from;
        while (true) {
            switch (subscription.next(heartbeat)) {
                case Signal.Event(FeedEvent event) -> {
                    if (!replay.covers(event)) {
                        cursor = cursor.after(event.partition(), event.offset());
                        send(event, cursor, out);
                    }
                    subscription.written(event);
                    if (subscription.isDrained()) {
                        out.flush();
                    }
                }
                case Signal.Quiet() -> out.heartbeat();
                case Signal.Lagged() -> {
                    out.event("lagged", null, json(Map.of("cursor", cursor.toString())));
                    out.flush();
                    return;
                }
                case Signal.Stopped() -> {
                    return;
                }
            }
        }
    }

    private static void send(FeedEvent event, Cursor cursor, SseWriter out) throws IOException {
        String name = event.event().change().name().toLowerCase(Locale.ROOT);
        out.event(name, cursor.toString(), event.json());
    }

    private static String json(Map<String, String> fields) {
        return EventJson.mapper().writeValueAsString(fields);
    }
}

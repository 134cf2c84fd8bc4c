package org.copyflow.index.http.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.copyflow.index.access.Admission;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedLog;
import org.copyflow.index.feed.FeedUnavailableException;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Stretch;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.http.feed.Starts.Place;
import org.copyflow.index.http.feed.TopicReplays.Replay;
import org.copyflow.index.live.Interest;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.live.Subscription;
import org.copyflow.index.live.Subscription.Signal;
import org.copyflow.index.live.SubscriptionRefusedException;
import org.copyflow.index.query.TopicStore;
import org.jspecify.annotations.Nullable;

/// Event streams: what happened, then what happens, each event once and in the order of its article.
///
/// An event's name is its change, its data the topic event, its id the cursor to go on from. Besides, `gap` says that
/// events are missing before what follows, and `lagged`, at the end, that the reader was too slow. Each stream keeps
/// the thread that serves it, a virtual one.
///
/// What a filter takes is read from the log until what follows is remembered, then the subscription begins. A topic's
/// own events come from the stores.
public final class EventStreams {

    private static final long CLIENT_RETRY_MS = 1_000;
    private static final int EVENTS_AT_A_TIME = 1_000;

    /// How often the reader of a quiet stream is looked at who had to show a key.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Subscribers subscribers;
    private final FeedLog log;
    private final Starts starts;
    private final TopicReplays replays;
    private final Limits limits;

    /// How much and how long.
    ///
    /// @param maxReplayEvents how many events of a topic's history a stream begins with at most
    /// @param patience how long the stores, or this instance, may be behind when a stream begins
    /// @param heartbeat how long a stream is silent at most
    public record Limits(int maxReplayEvents, Duration patience, Duration heartbeat) {}

    /// Some of what happened, for one who asks for it.
    ///
    /// @param gap what is missing before it
    /// @param more whether something follows already
    record Page(Stretch stretch, @Nullable Gap gap, boolean more) {}

    public EventStreams(TopicStore topics, Subscribers subscribers, FeedLog log, Limits limits) {
        this.subscribers = subscribers;
        this.log = log;
        this.limits = limits;
        this.starts = new Starts(subscribers, log, limits.patience());
        this.replays = new TopicReplays(topics, limits.maxReplayEvents(), limits.patience());
    }

    /// The answer to one reader.
    interface Answer {
        /// Opens it, once nothing can be refused any more.
        OutputStream open() throws IOException;

        /// By which right the reader has it; absent where everybody may.
        @Nullable
        Admission admission();

        /// Whether the reader may not have it any longer.
        default boolean isOver() {
            Admission admission = admission();
            return admission != null && admission.isOver();
        }
    }

    /// Serves one stream until its client leaves, lags or may not have it any longer, or the service stops.
    ///
    /// @throws SubscriptionRefusedException where it cannot begin
    void serve(Interest interest, Start start, Answer answer) throws IOException, InterruptedException {
        switch (interest) {
            case Interest.Topic(String id) -> serve(id, start, answer);
            case Interest.Filtered(Filter filter) -> serve(filter, start, answer);
        }
    }

    /// Refuses what [#serve] would refuse, without opening an answer or keeping a place.
    void check(Interest interest, Start start) throws InterruptedException {
        switch (interest) {
            case Interest.Topic(String id) -> {
                try (Subscription subscription = subscribers.subscribe(id)) {
                    replays.read(id, subscription, start);
                }
            }
            case Interest.Filtered(Filter filter) -> {
                starts.place(start);
                subscribers.subscribe(filter, 0).close();
            }
        }
    }

    /// One page of what a stream would send.
    Page page(Filter filter, Start start, int limit) throws InterruptedException {
        Place place = starts.place(start);
        Cursor cursor = place.cursor();
        if (cursor == null) {
            return new Page(subscribers.latest(filter, Math.min(limit, start.latest())), null, false);
        }
        Stretch remembered = subscribers.after(filter, cursor, limit);
        Cursor position = subscribers.position();
        Stretch stretch = remembered == null ? log.read(filter, cursor, position, limit) : remembered;
        Gap gap = place.gap() == null && stretch.expired() ? Gap.EXPIRED : place.gap();
        return new Page(stretch, gap, !stretch.reached().reaches(position));
    }

    private void serve(Filter filter, Start start, Answer answer) throws IOException, InterruptedException {
        Place place = starts.place(start);
        Gap gap = place.gap();
        Cursor cursor = place.cursor();
        SseWriter out = null;
        try {
            while (!answer.isOver()) {
                try (Subscription joined = join(filter, start, cursor)) {
                    Stretch read = joined == null
                            ? log.read(filter, Objects.requireNonNull(cursor), subscribers.position(), EVENTS_AT_A_TIME)
                            : null;
                    out = out == null ? begin(answer) : out;
                    tell(gap == null && read != null && read.expired() ? Gap.EXPIRED : gap, start, out);
                    if (joined != null) {
                        follow(joined, cursor, out, answer);
                        return;
                    }
                    gap = null;
                    cursor = send(Objects.requireNonNull(read), out);
                }
            }
        } catch (SubscriptionRefusedException | FeedUnavailableException e) {
            if (out == null) {
                throw e; // else the stream ends, and its client knows from where to go on
            }
        }
    }

    /// @return absent where more has to be read in the log first
    private @Nullable Subscription join(Filter filter, Start start, @Nullable Cursor cursor) {
        return cursor == null ? subscribers.subscribe(filter, start.latest()) : subscribers.resume(filter, cursor);
    }

    private void serve(String topicId, Start start, Answer answer) throws IOException, InterruptedException {
        try (Subscription subscription = subscribers.subscribe(topicId)) {
            Replay replay = replays.read(topicId, subscription, start);
            SseWriter out = begin(answer);
            tell(replay.gap(), start, out);
            for (SeenEvent event : replay.events()) {
                out.event(event);
            }
            out.position(replay.covered());
            out.flush();
            listen(subscription, replay.covered(), out, answer);
        }
    }

    private static SseWriter begin(Answer answer) throws IOException {
        var out = new SseWriter(answer.open());
        out.retryAfter(CLIENT_RETRY_MS);
        return out;
    }

    private static void tell(@Nullable Gap gap, Start start, SseWriter out) throws IOException {
        if (gap != null) {
            String after = String.valueOf(start.after() == null ? start.since() : start.after());
            out.notice("gap", Map.of("after", after, "reason", gap.word(), "says", gap.says()));
        }
    }

    private static Cursor send(Stretch stretch, SseWriter out) throws IOException {
        for (SeenEvent event : stretch.events()) {
            out.event(event);
        }
        out.position(stretch.reached());
        out.flush();
        return stretch.reached();
    }

    private void follow(Subscription joined, @Nullable Cursor after, SseWriter out, Answer answer)
            throws IOException, InterruptedException {
        for (SeenEvent event = joined.remembered(); event != null; event = joined.remembered()) {
            out.event(event, after);
        }
        out.position(joined.start());
        out.flush();
        listen(joined, joined.start(), out, answer);
    }

    /// @param from what the reader has already
    private void listen(Subscription subscription, Cursor from, SseWriter out, Answer answer)
            throws IOException, InterruptedException {
        Cursor had = from;
        long heard = System.nanoTime();
        while (!answer.isOver()) {
            switch (subscription.next(answer.admission() == null ? limits.heartbeat() : lookEvery())) {
                case Signal.Event(SeenEvent event) -> {
                    heard = System.nanoTime();
                    if (event.feedEvent().offset()
                            > from.offset(event.feedEvent().partition())) {
                        out.event(event, from);
                        had = event.cursor();
                    }
                    subscription.written(event);
                    if (subscription.isDrained()) {
                        out.flush();
                    }
                }
                case Signal.Quiet(Cursor position) -> {
                    if (System.nanoTime() - heard < limits.heartbeat().toNanos()) {
                        continue;
                    }
                    heard = System.nanoTime();
                    had = position == null ? had : position;
                    out.heartbeat(position == null ? null : had.merge(from));
                }
                case Signal.Lagged() -> {
                    out.notice("lagged", Map.of("cursor", had.merge(from).toString()));
                    out.flush();
                    return;
                }
                case Signal.Stopped() -> {
                    return;
                }
            }
        }
    }

    private Duration lookEvery() {
        return limits.heartbeat().compareTo(LOOK_EVERY) < 0 ? limits.heartbeat() : LOOK_EVERY;
    }
}

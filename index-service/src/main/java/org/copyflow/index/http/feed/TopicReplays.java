package org.copyflow.index.http.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.live.Subscription;
import org.copyflow.index.query.TopicHistory;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.store.TopicEvents;
import org.jspecify.annotations.Nullable;

/// Reads what a topic's stream sends first. It waits until the stores have seen every event that passed before the
/// subscription began; then what is in them up to there, and what comes through the subscription after it, is
/// everything, once.
final class TopicReplays {

    /// What a topic's stream sends before it is live.
    ///
    /// @param gap why events before these are missing; absent where none are
    /// @param events in the order of the feed
    /// @param covered how far the reader has come with them
    record Replay(@Nullable Gap gap, List<SeenEvent> events, Cursor covered) {}

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final TopicStore topics;
    private final int maxEvents;
    private final Duration patience;

    /// @param maxEvents how many events a stream replays at most
    /// @param patience how long the stores may be behind the feed
    TopicReplays(TopicStore topics, int maxEvents, Duration patience) {
        this.topics = topics;
        this.maxEvents = maxEvents;
        this.patience = patience;
    }

    Replay read(String topicId, Subscription subscription, Start start) throws InterruptedException {
        int partition = topics.partition(topicId);
        Cursor after = start.after();
        long upTo = awaitCoverage(partition, subscription.start(), after);
        Cursor covered = subscription.start().after(partition, upTo);
        Gap gap = after == null || isKnown(after, partition, covered) ? null : Gap.UNKNOWN_CURSOR;
        int limit = after == null ? Math.min(start.latest(), maxEvents) : maxEvents;
        long from = after == null || gap != null ? -1 : after.offset(partition);
        TopicHistory history = topics.history(topicId, from, upTo, limit + 1);
        if (after != null && gap == null && history.dropped() > from) {
            gap = Gap.EXPIRED;
        }
        if (after != null && gap == null && history.events().size() > limit) {
            gap = Gap.TOO_MANY;
        }
        var events = new ArrayList<SeenEvent>();
        history.events().stream()
                .skip(Math.max(0, history.events().size() - limit))
                .forEach(kept -> events.add(seen(partition, kept, covered)));
        return new Replay(gap, events, covered);
    }

    private long awaitCoverage(int partition, Cursor started, @Nullable Cursor after) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long wanted = Math.max(started.offset(partition), after == null ? -1 : after.offset(partition));
        long offset = topics.coverage(partition);
        while (offset < wanted && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            offset = topics.coverage(partition);
        }
        if (offset < started.offset(partition)) {
            throw new StoresUnavailableException(
                    "the views are %d events behind the feed".formatted(started.offset(partition) - offset), null);
        }
        return offset;
    }

    private static boolean isKnown(Cursor after, int partition, Cursor covered) {
        return after.isOf(covered.feed())
                && after.knows(partition)
                && after.offset(partition) <= covered.offset(partition);
    }

    private static SeenEvent seen(int partition, TopicEvents.Kept kept, Cursor covered) {
        String json = EventJson.mapper().writeValueAsString(kept.event());
        Cursor cursor = covered.after(partition, kept.offset());
        return new FeedEvent(partition, kept.offset(), kept.event(), json, null, cursor)
                .as(kept.event().change());
    }
}

package org.copyflow.index.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.copyflow.events.EventJson;
import org.copyflow.index.http.ReplayReader.Replay.Gap;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.live.Cursor;
import org.copyflow.index.live.FeedEvent;
import org.copyflow.index.live.Interest;
import org.copyflow.index.live.Subscription;
import org.copyflow.index.query.TopicHistory;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.store.TopicEvents;
import org.jspecify.annotations.Nullable;

/// Reads what a stream sends first. It waits until the stores have seen every event that passed before the
/// subscription began; then what is in them up to there, and what comes through the subscription after it, is
/// everything, once.
final class ReplayReader {

    /// What a stream sends before it is live.
    ///
    /// @param gap why events before these are missing; absent where none are
    /// @param events in the order of the feed within each partition
    /// @param from the cursor before the first event
    /// @param covered for each partition that matters, the offset up to which nothing live needs to be sent
    record Replay(@Nullable Gap gap, List<FeedEvent> events, Cursor from, Map<Integer, Long> covered) {

        /// Why history is not complete.
        enum Gap {
            /// Events after the cursor are no longer kept.
            EXPIRED("events after this cursor are no longer kept; read the topic's articles to be complete again"),
            /// The cursor is not from this feed.
            UNKNOWN_CURSOR("this cursor is not from this feed; what is kept of it follows"),
            /// More events follow the cursor than one stream sends at its start.
            TOO_MANY("more events follow this cursor than a stream replays; the latest of them follow");

            private final String says;

            Gap(String says) {
                this.says = says;
            }

            String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }

            String says() {
                return says;
            }
        }

        /// Whether a live event was sent with the history already.
        boolean covers(FeedEvent event) {
            return event.offset() <= covered.getOrDefault(event.partition(), -1L);
        }
    }

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final TopicStore topics;
    private final int maxEvents;
    private final Duration patience;

    /// @param maxEvents how many events a stream replays at most
    /// @param patience how long the stores may be behind the feed
    ReplayReader(TopicStore topics, int maxEvents, Duration patience) {
        this.topics = topics;
        this.maxEvents = maxEvents;
        this.patience = patience;
    }

    /// @param after go on after this cursor; absent for a new stream
    /// @param latest without a cursor, begin with so many of the latest events
    Replay read(Subscription subscription, @Nullable Cursor after, int latest) throws InterruptedException {
        Map<String, Integer> followed = followed(subscription.interest());
        Map<Integer, Long> covered = awaitCoverage(scope(subscription, followed), after);
        Gap gap = after == null ? null : unknown(after, covered);
        int limit = after == null ? Math.min(latest, maxEvents) : maxEvents;
        var events = new ArrayList<FeedEvent>();
        for (var topic : followed.entrySet()) {
            int partition = topic.getValue();
            long upTo = covered.getOrDefault(partition, -1L);
            long from = after == null || gap != null ? -1 : after.offset(partition);
            TopicHistory history = topics.history(topic.getKey(), from, upTo, limit + 1);
            if (after != null && gap == null && history.dropped() > from) {
                gap = Gap.EXPIRED;
            }
            history.events().forEach(kept -> events.add(event(partition, kept)));
        }
        if (after != null && gap == null && events.size() > limit) {
            gap = Gap.TOO_MANY;
        }
        List<FeedEvent> merged = merge(events);
        List<FeedEvent> sent = merged.subList(Math.max(0, merged.size() - limit), merged.size());
        return new Replay(gap, sent, before(sent, covered), covered);
    }

    private Map<String, Integer> followed(Interest interest) {
        var followed = new TreeMap<String, Integer>();
        switch (interest) {
            case Interest.Topic(String id) -> followed.put(id, topics.partition(id));
            case Interest.Kind(String kind) ->
                topics.ofKind(kind).forEach(id -> followed.put(id, topics.partition(id)));
        }
        return followed;
    }

    /// The partitions that can bring events, with the last event that may have passed before the subscription.
    private static Map<Integer, Long> scope(Subscription subscription, Map<String, Integer> followed) {
        var scope = new TreeMap<>(subscription.startedAfter());
        if (subscription.interest() instanceof Interest.Topic) {
            scope.keySet().retainAll(followed.values());
        }
        return scope;
    }

    private Map<Integer, Long> awaitCoverage(Map<Integer, Long> scope, @Nullable Cursor after)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        var covered = new HashMap<Integer, Long>();
        for (var partition : scope.entrySet()) {
            long wanted = Math.max(partition.getValue(), after == null ? -1 : after.offset(partition.getKey()));
            long offset = topics.coverage(partition.getKey());
            while (offset < wanted && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE);
                offset = topics.coverage(partition.getKey());
            }
            if (offset < partition.getValue()) {
                throw new StoresUnavailableException(
                        "the views are %d events behind the feed".formatted(partition.getValue() - offset), null);
            }
            covered.put(partition.getKey(), offset);
        }
        return covered;
    }

    private static @Nullable Gap unknown(Cursor after, Map<Integer, Long> covered) {
        boolean known = covered.entrySet().stream()
                .allMatch(partition ->
                        after.knows(partition.getKey()) && after.offset(partition.getKey()) <= partition.getValue());
        return known ? null : Gap.UNKNOWN_CURSOR;
    }

    private static FeedEvent event(int partition, TopicEvents.Kept kept) {
        return new FeedEvent(
                partition, kept.offset(), kept.event(), EventJson.mapper().writeValueAsString(kept.event()), null);
    }

    /// By time, but never against the order of a partition.
    private static List<FeedEvent> merge(List<FeedEvent> events) {
        events.sort(Comparator.comparingInt(FeedEvent::partition).thenComparingLong(FeedEvent::offset));
        var byPartition = new TreeMap<Integer, Deque<FeedEvent>>();
        events.forEach(event -> byPartition
                .computeIfAbsent(event.partition(), _ -> new ArrayDeque<>())
                .addLast(event));
        var heads = new PriorityQueue<Deque<FeedEvent>>(
                Comparator.comparing(partition -> partition.element().event().at()));
        heads.addAll(byPartition.values());
        var merged = new ArrayList<FeedEvent>(events.size());
        while (!heads.isEmpty()) {
            Deque<FeedEvent> earliest = heads.remove();
            merged.add(earliest.removeFirst());
            if (!earliest.isEmpty()) {
                heads.add(earliest);
            }
        }
        return merged;
    }

    private static Cursor before(List<FeedEvent> events, Map<Integer, Long> covered) {
        var offsets = new HashMap<>(covered);
        events.reversed().forEach(event -> offsets.put(event.partition(), event.offset() - 1));
        return Cursor.of(offsets);
    }
}

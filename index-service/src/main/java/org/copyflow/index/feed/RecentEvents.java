package org.copyflow.index.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.filter.Filter;
import org.jspecify.annotations.Nullable;

/// The latest events of the sources, in memory, so that whoever was away for a moment need not be read to from Kafka.
/// Not thread-safe.
public final class RecentEvents {

    private final int capacity;
    private final Map<Integer, Long> floor = new TreeMap<>();
    private final ArrayDeque<FeedEvent> events;
    private final UnaryOperator<FeedEvent> readable;

    /// @param capacity how many events are remembered
    /// @param readable what may be shown of an event by now
    public RecentEvents(int capacity, UnaryOperator<FeedEvent> readable) {
        this.capacity = capacity;
        this.readable = readable;
        events = new ArrayDeque<>(Math.min(capacity, 1_024));
    }

    private RecentEvents(RecentEvents other) {
        capacity = other.capacity;
        floor.putAll(other.floor);
        events = new ArrayDeque<>(other.events);
        readable = other.readable;
    }

    /// What is remembered now.
    public RecentEvents copy() {
        return new RecentEvents(this);
    }

    /// Forgets everything of a partition: it begins after this offset.
    public void startAt(int partition, long lastOffset) {
        events.removeIf(event -> event.partition() == partition);
        floor.put(partition, lastOffset);
    }

    public void add(FeedEvent event) {
        events.addLast(event);
        if (events.size() > capacity) {
            FeedEvent oldest = events.removeFirst();
            floor.merge(oldest.partition(), oldest.offset(), Math::max);
        }
    }

    /// Whether every event after the cursor is remembered.
    public boolean covers(Cursor cursor) {
        return floor.entrySet().stream().allMatch(entry -> cursor.offset(entry.getKey()) >= entry.getValue());
    }

    /// The cursor of one who has nothing of what is remembered, and needs nothing else.
    public Cursor beginning(@Nullable String feed) {
        return Cursor.of(feed, floor);
    }

    /// What follows a cursor that is covered.
    ///
    /// @param position how far the feed has been followed
    public Stretch after(Cursor cursor, Filter filter, Cursor position, int limit) {
        var unseen = new ArrayList<FeedEvent>();
        Iterator<FeedEvent> newestFirst = events.descendingIterator();
        while (newestFirst.hasNext()) {
            FeedEvent event = newestFirst.next();
            if (cursor.reaches(event.cursor())) {
                break; // and so of all before it
            }
            if (event.offset() > cursor.offset(event.partition())) {
                unseen.add(event);
            }
        }
        var seen = new ArrayList<SeenEvent>();
        for (FeedEvent event : unseen.reversed()) {
            Change change = filter.seen(event.event());
            if (change != null && seen.size() == limit) {
                return new Stretch(seen, cursor.merge(seen.getLast().cursor()), false);
            }
            if (change != null) {
                seen.add(readable.apply(event).as(change));
            }
        }
        return new Stretch(seen, cursor.merge(position), false);
    }

    /// The latest so many events that concern a subscriber.
    public Stretch latest(Filter filter, Cursor position, int limit) {
        var seen = new ArrayList<SeenEvent>();
        Iterator<FeedEvent> newestFirst = events.descendingIterator();
        while (newestFirst.hasNext() && seen.size() < limit) {
            FeedEvent event = newestFirst.next();
            Change change = filter.seen(event.event());
            if (change != null) {
                seen.add(readable.apply(event).as(change));
            }
        }
        Collections.reverse(seen);
        return new Stretch(seen, position, false);
    }
}

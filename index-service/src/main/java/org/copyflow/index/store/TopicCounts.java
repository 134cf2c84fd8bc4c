package org.copyflow.index.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.times.DayCounts;
import org.copyflow.index.times.Timeline;
import org.jspecify.annotations.Nullable;

/// When the articles of all topics are from: a [DayCounts] for each topic and day that has any.
///
/// An event adds or takes one at the time by which its card is ordered, whenever it arrives. Days behind the window
/// are not counted, and leave when their topic begins a new day. Some more are kept than are shown, so that what is
/// shown is exact even where two instances do not agree on what day it is.
public final class TopicCounts {

    private static final int SPARE_DAYS = 3;
    private static final int MAX_PURGED = 8;

    private TopicCounts() {}

    /// Does to a topic's counts what the event says.
    ///
    /// @param days how many are shown, at least those that a trend needs
    public static void apply(KeyValueStore<Bytes, byte[]> store, TopicEvent event, Instant now, int days) {
        int oldest = Timeline.dayOf(now) - days - SPARE_DAYS + 1;
        String topicId = event.topic().id();
        Instant after = event.article().sortedAt();
        switch (event.change()) {
            case ADDED -> add(store, topicId, after, 1, oldest);
            case REMOVED -> add(store, topicId, after, -1, oldest);
            case UPDATED -> {
                ArticleCard previous = event.previous();
                if (previous != null && !isSameQuarter(previous.sortedAt(), after)) {
                    add(store, topicId, previous.sortedAt(), -1, oldest);
                    add(store, topicId, after, 1, oldest);
                }
            }
        }
    }

    /// A topic's last days.
    public static Timeline timeline(ReadOnlyKeyValueStore<Bytes, byte[]> store, String topicId, Instant now, int days) {
        SortedMap<Integer, DayCounts> counts = new TreeMap<>();
        int today = Timeline.dayOf(now);
        try (KeyValueIterator<Bytes, byte[]> kept =
                store.range(StoreKeys.day(topicId, today - days + 1), StoreKeys.day(topicId, today))) {
            while (kept.hasNext()) {
                KeyValue<Bytes, byte[]> next = kept.next();
                counts.put(StoreKeys.day(next.key), DayCounts.parse(next.value));
            }
        }
        return new Timeline(now, since(store), days, counts);
    }

    /// When the first article was counted; absent where none ever was.
    public static @Nullable Instant since(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        byte[] millis = store.get(StoreKeys.COUNTED_SINCE);
        return millis == null
                ? null
                : Instant.ofEpochMilli(ByteBuffer.wrap(millis).getLong());
    }

    /// Says that articles are counted from now on.
    public static void begin(KeyValueStore<Bytes, byte[]> store, Instant now) {
        store.put(
                StoreKeys.COUNTED_SINCE,
                ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array());
    }

    /// Drops what a topic counts.
    public static void forget(KeyValueStore<Bytes, byte[]> store, String topicId) {
        List<Bytes> leaving = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> kept = store.range(StoreKeys.first(topicId), StoreKeys.last(topicId))) {
            kept.forEachRemaining(day -> leaving.add(day.key));
        }
        leaving.forEach(key -> store.put(key, null));
    }

    private static void add(KeyValueStore<Bytes, byte[]> store, String topicId, Instant time, int more, int oldest) {
        int day = Timeline.dayOf(time);
        if (day < oldest) {
            return;
        }
        Bytes key = StoreKeys.day(topicId, day);
        byte[] kept = store.get(key);
        if (kept == null) {
            purge(store, topicId, oldest);
        }
        DayCounts counts =
                (kept == null ? DayCounts.NONE : DayCounts.parse(kept)).plus(Timeline.quarterOfDay(time), more);
        store.put(key, counts.isEmpty() ? null : counts.bytes());
    }

    private static void purge(KeyValueStore<Bytes, byte[]> store, String topicId, int oldest) {
        List<Bytes> leaving = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> kept =
                store.range(StoreKeys.first(topicId), StoreKeys.day(topicId, oldest - 1))) {
            while (kept.hasNext() && leaving.size() < MAX_PURGED) {
                leaving.add(kept.next().key);
            }
        }
        leaving.forEach(key -> store.put(key, null));
    }

    private static boolean isSameQuarter(Instant one, Instant other) {
        return Timeline.dayOf(one) == Timeline.dayOf(other)
                && Timeline.quarterOfDay(one) == Timeline.quarterOfDay(other);
    }
}

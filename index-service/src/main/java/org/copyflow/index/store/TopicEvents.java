package org.copyflow.index.store;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.store.TopicState.History;

/// The latest events of all topics, in the order of the feed, so that a subscriber can go on where it stopped.
/// Of an article that has left the topic since, an event tells no more than which one it was: nothing brings
/// back what was withdrawn.
public final class TopicEvents {

    private static final int SPARE = 10;

    private TopicEvents() {}

    /// An event and where it stands on the feed.
    public record Kept(long offset, TopicEvent event) {}

    /// The latest `limit` events after one offset and up to another, oldest first.
    public static List<Kept> between(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, String topicId, long after, long upTo, int limit) {
        var events = new ArrayList<Kept>();
        var left = new HashSet<String>();
        if (upTo <= after) {
            return events;
        }
        Bytes from = StoreKeys.event(topicId, Math.max(0, after + 1));
        try (KeyValueIterator<Bytes, byte[]> backwards = store.reverseRange(from, StoreKeys.event(topicId, upTo))) {
            while (backwards.hasNext() && events.size() < limit) {
                KeyValue<Bytes, byte[]> next = backwards.next();
                events.add(new Kept(StoreKeys.offset(next.key), readable(event(next.value), left)));
            }
        }
        Collections.reverse(events);
        return events;
    }

    private static TopicEvent event(byte[] json) {
        return EventTopics.TOPICS_FEED.valueSerde().deserializer().deserialize(IndexStores.TOPIC_HISTORY, json);
    }

    /// @param left the articles that left the topic after the event; those that leave it by the event are added
    private static TopicEvent readable(TopicEvent event, Set<String> left) {
        ArticleCard article = event.article();
        ArticleCard previous = event.previous();
        if (event.change() == TopicEvent.Change.REMOVED) {
            left.add(article.id());
        }
        return left.contains(article.id())
                ? new TopicEvent(
                        event.topic(),
                        event.change(),
                        event.at(),
                        article.withoutContent(),
                        previous == null ? null : previous.withoutContent())
                : event;
    }

    /// Adds an event; where there are more than `limit`, the oldest leave, a tenth of them at a time: to look for the
    /// oldest costs more than to drop it.
    public static History append(
            KeyValueStore<Bytes, byte[]> store, History history, FeedJson.Read event, long offset, int limit) {
        String topicId = event.event().topic().id();
        store.put(StoreKeys.event(topicId, offset), event.json());
        var grown = new History(history.kept() + 1, offset, history.dropped());
        return grown.kept() > limit + limit / SPARE ? dropOldest(store, topicId, grown, grown.kept() - limit) : grown;
    }

    /// Drops all events of a topic.
    public static void forget(KeyValueStore<Bytes, byte[]> store, String topicId, History history) {
        var leaving = new ArrayList<Bytes>();
        Bytes from = StoreKeys.event(topicId, history.dropped() + 1);
        try (KeyValueIterator<Bytes, byte[]> kept = store.range(from, StoreKeys.last(topicId))) {
            kept.forEachRemaining(event -> leaving.add(event.key));
        }
        leaving.forEach(key -> store.put(key, null));
        long forgotten = Math.max(forgotten(store), history.latest());
        store.put(
                StoreKeys.FORGOTTEN,
                ByteBuffer.allocate(Long.BYTES).putLong(forgotten).array());
    }

    /// The offset of the latest event of all topics whose events were dropped; -1 for none.
    public static long forgotten(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        byte[] offset = store.get(StoreKeys.FORGOTTEN);
        return offset == null ? TopicState.NO_OFFSET : ByteBuffer.wrap(offset).getLong();
    }

    private static History dropOldest(KeyValueStore<Bytes, byte[]> store, String topicId, History history, int count) {
        var leaving = new ArrayDeque<Bytes>();
        // what was dropped before lies up to there: not walking over it keeps this quick
        Bytes from = StoreKeys.event(topicId, history.dropped() + 1);
        try (KeyValueIterator<Bytes, byte[]> oldest = store.range(from, StoreKeys.last(topicId))) {
            while (leaving.size() < count && oldest.hasNext()) {
                leaving.add(oldest.next().key);
            }
        }
        leaving.forEach(key -> store.put(key, null));
        return new History(history.kept() - leaving.size(), history.latest(), StoreKeys.offset(leaving.getLast()));
    }
}

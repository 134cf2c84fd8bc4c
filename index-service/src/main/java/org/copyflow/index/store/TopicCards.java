package org.copyflow.index.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.store.TopicState.Cards;
import org.jspecify.annotations.Nullable;

/// The lists of cards of all topics, each the newest so many of its topic.
///
/// A full list drops its oldest card and from then on takes only what is newer than that, so it never has a
/// hole: after withdrawals it may be shorter than it could be, never wrong. What leaves is put as null, here and in the
/// stores beside it: `delete` would read first what it deletes.
public final class TopicCards {

    private TopicCards() {}

    /// The cards after a position, newest first.
    ///
    /// @param after where to go on; absent for the newest
    public static List<KeptCard> page(
            ReadOnlyKeyValueStore<Bytes, KeptCard> store, String topicId, @Nullable CardPosition after, int limit) {
        var page = new ArrayList<KeptCard>();
        Bytes from = after == null ? StoreKeys.first(topicId) : StoreKeys.card(topicId, after);
        try (KeyValueIterator<Bytes, KeptCard> cards = store.range(from, StoreKeys.last(topicId))) {
            while (cards.hasNext() && page.size() < limit) {
                KeyValue<Bytes, KeptCard> next = cards.next();
                if (after == null || !next.key.equals(from)) {
                    page.add(next.value);
                }
            }
        }
        return page;
    }

    /// The time of the oldest card; absent where there is none.
    public static @Nullable Instant oldest(ReadOnlyKeyValueStore<Bytes, KeptCard> store, String topicId) {
        try (KeyValueIterator<Bytes, KeptCard> backwards =
                store.reverseRange(StoreKeys.first(topicId), StoreKeys.last(topicId))) {
            return backwards.hasNext()
                    ? StoreKeys.position(topicId, backwards.peekNextKey()).sortedAt()
                    : null;
        }
    }

    /// Does to a topic's list what the event says.
    public static Cards apply(KeyValueStore<Bytes, KeptCard> store, Cards cards, FeedJson.Read read, int limit) {
        TopicEvent event = read.event();
        return switch (event.change()) {
            case ADDED -> put(store, cards, read, limit);
            case UPDATED -> {
                var previous = event.previous() == null ? event.article() : event.previous();
                var position = CardPosition.of(previous);
                if (cards.admits(position) && position.equals(CardPosition.of(event.article()))) {
                    store.put(StoreKeys.card(event.topic().id(), position), KeptCard.of(read));
                    yield cards;
                }
                Cards without = remove(store, cards, event.topic().id(), position);
                yield put(store, without, read, limit);
            }
            case REMOVED -> remove(store, cards, event.topic().id(), CardPosition.of(event.article()));
        };
    }

    private static Cards put(KeyValueStore<Bytes, KeptCard> store, Cards cards, FeedJson.Read read, int limit) {
        TopicEvent event = read.event();
        var position = CardPosition.of(event.article());
        if (!cards.admits(position)) {
            return cards;
        }
        String topicId = event.topic().id();
        store.put(StoreKeys.card(topicId, position), KeptCard.of(read));
        var grown = new Cards(cards.kept() + 1, cards.floor());
        while (grown.kept() > limit) {
            grown = dropOldest(store, grown, topicId);
        }
        return grown;
    }

    private static Cards remove(
            KeyValueStore<Bytes, KeptCard> store, Cards cards, String topicId, CardPosition position) {
        if (!cards.admits(position)) {
            return cards;
        }
        store.put(StoreKeys.card(topicId, position), null);
        return new Cards(cards.kept() - 1, cards.floor());
    }

    private static Cards dropOldest(KeyValueStore<Bytes, KeptCard> store, Cards cards, String topicId) {
        // what was dropped before lies from the floor on: not walking over it keeps this quick
        Bytes end = cards.floor() == null ? StoreKeys.last(topicId) : StoreKeys.card(topicId, cards.floor());
        Bytes oldest;
        try (KeyValueIterator<Bytes, KeptCard> backwards = store.reverseRange(StoreKeys.first(topicId), end)) {
            oldest = backwards.peekNextKey();
        }
        store.put(oldest, null);
        return new Cards(cards.kept() - 1, StoreKeys.position(topicId, oldest));
    }
}

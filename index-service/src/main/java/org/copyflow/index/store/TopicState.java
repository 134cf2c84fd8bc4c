package org.copyflow.index.store;

import java.time.Instant;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.jspecify.annotations.Nullable;

/// The small part of a topic's state that every event rewrites.
///
/// @param topic which topic, as the newest article calls it, as of the last publication
/// @param articles how many articles it holds
/// @param cards what the list of its cards holds
/// @param history what its history holds
/// @param updatedAt when it last changed
/// @param published whether the view on `topics.views` says all this
/// @param trend the trend score of that view
public record TopicState(
        TopicRef topic,
        long articles,
        Cards cards,
        History history,
        Instant updatedAt,
        boolean published,
        double trend) {

    /// No event has this offset.
    public static final long NO_OFFSET = -1;

    /// A topic's list of cards: always the newest so many, without a hole.
    ///
    /// @param kept how many
    /// @param floor the newest position that left the list for want of room; only what is newer enters it
    public record Cards(int kept, @Nullable CardPosition floor) {

        boolean admits(CardPosition position) {
            return floor == null || position.compareTo(floor) < 0;
        }

        /// The same list of a topic that holds so many articles: where it holds all of them, it admits any.
        public Cards of(long articles) {
            return kept == articles ? new Cards(kept, null) : this;
        }
    }

    /// A topic's latest events.
    ///
    /// @param kept how many
    /// @param latest the feed offset of the latest event
    /// @param dropped the feed offset of the latest event that is no longer kept
    public record History(int kept, long latest, long dropped) {}

    /// @param forgotten the feed offset up to which events of topics were forgotten
    public static TopicState empty(TopicRef topic, long forgotten) {
        var history = new History(0, NO_OFFSET, forgotten);
        return new TopicState(topic, 0, new Cards(0, null), history, Instant.EPOCH, true, 0);
    }

    /// The same, of which a view was published.
    public TopicState publishedAs(TopicView view) {
        return new TopicState(view.topic(), articles, cards, history, updatedAt, true, view.trend());
    }

    /// Whether its list holds all its articles.
    public boolean holdsAll() {
        return cards.kept() == articles;
    }
}

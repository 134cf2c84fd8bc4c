package org.copyflow.index.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.store.CardPosition;
import org.jspecify.annotations.Nullable;

/// Topics: their views, their articles, and what happened in them. Thread-safe. Every method throws
/// [StoresUnavailableException] where it cannot answer now.
public interface TopicStore {

    /// @return absent where no article is in the topic
    @Nullable
    TopicView view(String topicId);

    /// Topics that hold articles. May be a second old.
    TopicList topics(TopicQuery query);

    /// What topics are called, those that hold articles, as far as that can be read now.
    Map<String, String> names(Collection<String> topicIds);

    /// For each partition of the feed, the offset of the last event that [#topics] is sure to show, -1 for none;
    /// without those of which that is not known now.
    Map<Integer, Long> listed();

    /// The articles after a position, newest first: stable under writes, since a position does not move.
    ///
    /// @param after where the page before ended; absent for the newest
    /// @return absent where no article is in the topic
    @Nullable
    ArticlePage articles(String topicId, @Nullable CardPosition after, int limit);

    /// The ids of the topics of a kind that ever held an article.
    List<String> ofKind(String kind);

    /// The partition of the feed that holds the topic's events.
    int partition(String topicId);

    /// The offset of the last event in a partition of the feed that [#history] knows; -1 for none.
    long coverage(int partition);

    /// The latest `limit` events of a topic after one offset and up to another.
    TopicHistory history(String topicId, long after, long upTo, int limit);
}

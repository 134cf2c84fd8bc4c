package org.copyflow.index.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.store.IndexedArticle;
import org.jspecify.annotations.Nullable;

/// What an article's new version changes in its topics.
final class TopicChanges {

    private TopicChanges() {}

    /// One event for each topic that gains, keeps or loses the article; none where nothing changed for a reader.
    ///
    /// @param before what the topics hold now; absent for a new article
    /// @param after what they shall hold; absent where the article is withdrawn
    static List<TopicEvent> between(@Nullable IndexedArticle before, @Nullable IndexedArticle after, Instant at) {
        var events = new ArrayList<TopicEvent>();
        if (before != null && after != null && before.readsAs(after)) {
            return events;
        }
        Set<String> old = ids(before);
        Set<String> now = ids(after);
        if (before != null) {
            ArticleCard gone = before.card().withoutContent();
            before.topics().stream()
                    .filter(topic -> !now.contains(topic.id()))
                    .forEach(topic -> events.add(new TopicEvent(topic, Change.REMOVED, at, gone, null)));
        }
        if (after != null) {
            for (TopicRef topic : after.topics()) {
                boolean kept = old.contains(topic.id());
                ArticleCard previous = before == null || !kept ? null : before.card();
                events.add(new TopicEvent(topic, kept ? Change.UPDATED : Change.ADDED, at, after.card(), previous));
            }
        }
        return events;
    }

    private static Set<String> ids(@Nullable IndexedArticle article) {
        return article == null
                ? Set.of()
                : article.topics().stream().map(TopicRef::id).collect(Collectors.toSet());
    }
}

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
            before.allTopics()
                    .filter(topic -> !now.contains(topic.id()))
                    .forEach(topic -> events.add(new TopicEvent(
                            topic, Change.REMOVED, at, before.cardIn(topic).withoutContent(), null)));
        }
        if (after != null) {
            after.allTopics().forEach(topic -> {
                boolean kept = old.contains(topic.id());
                ArticleCard previous = before == null || !kept ? null : before.cardIn(topic);
                Change change = kept ? Change.UPDATED : Change.ADDED;
                events.add(new TopicEvent(topic, change, at, after.cardIn(topic), previous));
            });
        }
        return events;
    }

    private static Set<String> ids(@Nullable IndexedArticle article) {
        return article == null
                ? Set.of()
                : article.allTopics().map(TopicRef::id).collect(Collectors.toSet());
    }
}

package org.copyflow.index.saved;

import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.topic.TopicRef;

/// The saved queries as the topology asks them. Thread-safe.
public interface ArticleQueries {

    /// None.
    ArticleQueries NONE = _ -> List.of();

    /// The topics of the queries that find an article, by id.
    List<TopicRef> matching(Article article);

    /// Waits until all queries are known that were saved before, so that none misses an article after a restart; not
    /// for ever.
    default void awaitLoaded() {}
}

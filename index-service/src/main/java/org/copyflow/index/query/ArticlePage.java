package org.copyflow.index.query;

import java.util.List;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.store.CardPosition;
import org.jspecify.annotations.Nullable;

/// A page of a topic's articles.
///
/// @param next where the next page begins; absent on the last
public record ArticlePage(
        List<ArticleCard> articles, @Nullable CardPosition next) {

    /// Makes a page of up to one card more than it shall hold.
    static ArticlePage of(List<ArticleCard> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new ArticlePage(oneMore, null);
        }
        List<ArticleCard> page = oneMore.subList(0, limit);
        return new ArticlePage(page, CardPosition.of(page.getLast()));
    }
}

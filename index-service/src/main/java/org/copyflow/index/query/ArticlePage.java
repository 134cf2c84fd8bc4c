package org.copyflow.index.query;

import java.util.List;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.store.CardPosition;
import org.jspecify.annotations.Nullable;

/// A page of a topic's articles.
///
/// @param next where the next page begins; absent on the last
/// @param more whether the topic holds older ones that are on no page
public record ArticlePage(
        List<ArticleCard> articles, @Nullable CardPosition next, boolean more) {

    public ArticlePage(List<ArticleCard> articles, @Nullable CardPosition next) {
        this(articles, next, false);
    }

    /// Makes a page of up to one card more than it shall hold.
    ///
    /// @param cut whether older ones than these cards may be missing
    static ArticlePage of(List<ArticleCard> oneMore, int limit, boolean cut) {
        if (oneMore.size() <= limit) {
            return new ArticlePage(oneMore, null, cut);
        }
        List<ArticleCard> page = oneMore.subList(0, limit);
        return new ArticlePage(page, CardPosition.of(page.getLast()));
    }
}

package org.copyflow.index.entity;

import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.ArticleStore;

/// Reads the articles of an entity for what its topic's view does not hold. Thread-safe.
public final class EntityReader {

    /// How many articles are worth reading.
    public static final int MAX_ARTICLES = 30;

    private final ArticleStore articles;

    public EntityReader(ArticleStore articles) {
        this.articles = articles;
    }

    /// @param newest of the articles of the entity's topic
    public EntityFacts facts(String topicId, ArticlePage newest) {
        return EntityFacts.of(topicId, originals(newest));
    }

    /// A copy says what its original said.
    private List<Article> originals(ArticlePage page) {
        return page.articles().stream()
                .filter(card -> card.duplicateOf() == null)
                .map(ArticleCard::id)
                .map(articles::article)
                .filter(Objects::nonNull)
                .filter(article -> article.status() == ArticleStatus.USABLE)
                .toList();
    }
}

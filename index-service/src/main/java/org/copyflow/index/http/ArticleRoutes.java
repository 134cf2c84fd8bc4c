package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.index.query.ArticleStore;

/// Articles by their ids.
final class ArticleRoutes {

    private final ArticleStore articles;

    ArticleRoutes(ArticleStore articles) {
        this.articles = articles;
    }

    /// The enriched article, in full.
    void article(Context ctx) {
        String id = ctx.pathParam("id");
        Article article = articles.article(id);
        if (article == null) {
            throw Problems.noArticle(id);
        }
        if (article.status() != ArticleStatus.USABLE) {
            throw Problems.withdrawn(id);
        }
        JsonAnswer.send(ctx, article);
    }
}

package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.query.ArticleStore;

/// Articles by their ids.
final class ArticleRoutes {

    private final ArticleStore articles;

    ArticleRoutes(ArticleStore articles) {
        this.articles = articles;
    }

    /// The enriched article, in full.
    void article(Context ctx) {
        JsonAnswer.send(ctx, shown(ctx.pathParam("id")));
    }

    /// Of which article it is a near-duplicate, and which are its copies.
    void relations(Context ctx) {
        Article article = shown(ctx.pathParam("id"));
        ArticleRelations relations = articles.relations(article.id());
        JsonAnswer.send(ctx, relations == null ? ArticleRelations.none(article.id()) : relations);
    }

    private Article shown(String id) {
        Article article = articles.article(id);
        if (article == null) {
            throw Problems.noArticle(id);
        }
        if (article.status() != ArticleStatus.USABLE) {
            throw Problems.withdrawn(id);
        }
        return article;
    }
}

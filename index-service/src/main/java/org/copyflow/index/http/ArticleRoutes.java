package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.access.Admission;
import org.copyflow.index.form.ArticleForm;
import org.copyflow.index.form.ArticleHtml;
import org.copyflow.index.query.ArticleStore;

/// Articles by their ids.
final class ArticleRoutes {

    private final ArticleStore articles;

    ArticleRoutes(ArticleStore articles) {
        this.articles = articles;
    }

    /// The enriched article, in full, in the form that `format` or the header `Accept` asks for.
    void article(Context ctx) {
        ctx.header("Vary", "Accept, Accept-Encoding");
        ArticleForm form = form(ctx);
        byte[] written = form.write(shown(ctx));
        if (form == ArticleForm.HTML) {
            ctx.header("Content-Security-Policy", ArticleHtml.POLICY);
            ctx.header("X-Content-Type-Options", "nosniff");
        }
        JsonAnswer.send(ctx, written, form.contentType());
    }

    /// Of which article it is a near-duplicate, and which are its copies.
    void relations(Context ctx) {
        Article article = shown(ctx);
        ArticleRelations relations = articles.relations(article.id());
        JsonAnswer.send(ctx, relations == null ? ArticleRelations.none(article.id()) : relations);
    }

    private static ArticleForm form(Context ctx) {
        String word = ctx.queryParam("format");
        if (word != null) {
            return ArticleForm.ofWord(word)
                    .orElseThrow(() -> Problems.badParameter("format", word, "one of " + ArticleForm.words()));
        }
        return ArticleForm.accepted(ctx.header("Accept"))
                .orElseThrow(() -> Problems.notAcceptable(ArticleForm.mediaTypes()));
    }

    private Article shown(Context ctx) {
        String id = ctx.pathParam("id");
        Article article = articles.article(id);
        if (article == null || !Admission.limitOf(ctx).takes(article)) {
            throw Problems.noArticle(id);
        }
        if (article.status() != ArticleStatus.USABLE) {
            throw Problems.withdrawn(id);
        }
        return article;
    }
}

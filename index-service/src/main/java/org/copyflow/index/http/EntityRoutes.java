package org.copyflow.index.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.entity.EntityFacts;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.topic.TopicsOf;
import tools.jackson.databind.node.ObjectNode;

/// Persons, organisations and places: the view of the entity's topic, and what its newest articles say of it.
final class EntityRoutes {

    /// Read for what a view does not hold.
    private static final int MAX_ARTICLES_READ = 30;

    private final TopicStore topics;
    private final ArticleStore articles;

    EntityRoutes(TopicStore topics, ArticleStore articles) {
        this.topics = topics;
        this.articles = articles;
    }

    void entity(Context ctx) {
        String id = ctx.pathParam("id");
        if (!TopicsOf.isEntity(id.substring(0, Math.max(0, id.indexOf(':'))))) {
            throw Problems.noEntityKind(id);
        }
        TopicView view = topics.view(id);
        ArticlePage newest = topics.articles(id, null, MAX_ARTICLES_READ);
        if (view == null || newest == null) {
            throw Problems.noEntity(id);
        }
        ObjectNode facts = EventJson.mapper().valueToTree(EntityFacts.of(id, originals(newest)));
        ObjectNode shown = NamedView.of(view, topics);
        shown.remove("figures"); // its topic's; those that name it take their place
        JsonAnswer.send(ctx, shown.setAll(facts));
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

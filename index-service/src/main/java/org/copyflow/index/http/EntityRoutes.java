package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.entity.EntityReader;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.topic.TopicsOf;
import tools.jackson.databind.node.ObjectNode;

/// Persons, organisations, places, events and products: the view of the entity's topic, and what its newest articles
/// say of it.
final class EntityRoutes {

    private final TopicStore topics;
    private final EntityReader reader;

    EntityRoutes(TopicStore topics, ArticleStore articles) {
        this.topics = topics;
        reader = new EntityReader(articles);
    }

    void entity(Context ctx) {
        String id = ctx.pathParam("id");
        if (!TopicsOf.isEntity(id.substring(0, Math.max(0, id.indexOf(':'))))) {
            throw Problems.noEntityKind(id);
        }
        TopicView view = topics.view(id);
        ArticlePage newest = topics.articles(id, null, EntityReader.MAX_ARTICLES);
        if (view == null || newest == null) {
            throw Problems.noEntity(id);
        }
        ObjectNode facts = EventJson.mapper().valueToTree(reader.facts(id, newest));
        ObjectNode shown = NamedView.of(view, topics);
        shown.remove("figures"); // its topic's; those that name it take their place
        JsonAnswer.send(ctx, shown.setAll(facts));
    }
}

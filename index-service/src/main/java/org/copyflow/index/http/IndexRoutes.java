package org.copyflow.index.http;

import java.util.function.Function;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.query.story.StoryStore;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;

/// The routes that answer with what is, a line each; what happens is told by the package `feed` below.
public final class IndexRoutes {

    private final TopicRoutes topics;
    private final EntityRoutes entities;
    private final ArticleRoutes articles;
    private final StoryRoutes stories;
    private final SearchRoutes search;

    public IndexRoutes(
            TopicStore topicStore,
            ArticleStore articleStore,
            StoryStore storyStore,
            Function<SearchQuery, SearchPage> articleSearch) {
        topics = new TopicRoutes(topicStore);
        entities = new EntityRoutes(topicStore, articleStore);
        articles = new ArticleRoutes(articleStore);
        stories = new StoryRoutes(storyStore);
        search = new SearchRoutes(articleSearch);
    }

    public void addTo(Routes routes) {
        routes.get("/v1/topics", topics::list, "kind", "q", "broader", "order", "limit", "after");
        routes.get("/v1/topics/{id}", topics::view);
        routes.get("/v1/entities/{id}", entities::entity);
        routes.get("/v1/articles/{id}", articles::article, "format");
        routes.get("/v1/stories", stories::list, "language", "order", "limit");
        routes.get("/v1/stories/{id}", stories::story);
        routes.get("/v1/articles/{id}/relations", articles::relations);
        routes.get("/v1/search", search::search, SearchRoutes.PARAMETERS);
    }
}

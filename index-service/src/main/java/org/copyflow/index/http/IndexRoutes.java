package org.copyflow.index.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.query.story.StoryStore;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;

/// Every route of the API, a line each.
public final class IndexRoutes {

    private final TopicRoutes topics;
    private final ArticleRoutes articles;
    private final StreamRoutes streams;
    private final StoryRoutes stories;
    private final SearchRoutes search;
    private final PatientReads reads;

    public IndexRoutes(
            TopicStore topicStore,
            ArticleStore articleStore,
            StoryStore storyStore,
            EventStreams eventStreams,
            Function<SearchQuery, SearchPage> articleSearch,
            PatientReads reads) {
        this.reads = reads;
        topics = new TopicRoutes(topicStore);
        articles = new ArticleRoutes(articleStore);
        stories = new StoryRoutes(storyStore);
        streams = new StreamRoutes(eventStreams);
        search = new SearchRoutes(articleSearch);
    }

    public void addTo(RoutesConfig routes) {
        get(routes, "/v1/topics", topics::list, "kind", "q", "order", "limit");
        get(routes, "/v1/topics/{id}", topics::view);
        get(routes, "/v1/topics/{id}/articles", topics::articles, "limit", "before");
        get(routes, "/v1/topics/{id}/stream", streams::topic, "history", "after");
        get(routes, "/v1/articles/{id}", articles::article);
        get(routes, "/v1/stories", stories::list, "language", "order", "limit");
        get(routes, "/v1/stories/{id}", stories::story);
        get(routes, "/v1/articles/{id}/relations", articles::relations);
        get(routes, "/v1/search", search::search, SearchRoutes.PARAMETERS);
        get(routes, "/v1/stream", streams::all, "history", "after");
    }

    /// @param parameters the query parameters that it knows; a request with any other is refused
    private void get(RoutesConfig routes, String path, Handler handler, String... parameters) {
        List<String> known = List.of(parameters);
        routes.get(path, ctx -> {
            Parameters.requireKnown(ctx, known);
            try {
                reads.answer(ctx, handler);
            } catch (StoresUnavailableException | InvalidStateStoreException e) {
                throw Problems.restoring(e);
            }
        });
    }
}

package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.harbour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Revision;
import org.copyflow.index.query.FakeTopics;
import org.copyflow.index.query.story.FakeStories;
import org.copyflow.index.topic.CardOf;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the pages show of a correction, and of what was withdrawn.
class CorrectedArticleTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    private final Map<String, Article> articles = new ConcurrentHashMap<>();
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    @BeforeEach
    void start() {
        server.start(new PageRoutes(new FakeTopics(), articles::get, new FakeStories())::addTo);
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
        metrics.close();
    }

    @Test
    void pageShowsEachChangeWithBeforeAndAfter() throws Exception {
        articles.put("a1", corrected());

        assertThat(get("/articles/a1").body())
                .contains("<h2>Changed since the version before (version 1)</h2>")
                .contains("<strong>Figure changed</strong> <span class=\"credit\">ferry traffic</span>"
                        + " <del>9.9 percent</del> <ins>8.9 percent</ins>")
                .contains("<li>and 7 more</li>")
                .doesNotContain(HOSTILE);
    }

    @Test
    void pageOfAnArticleThatWasNeverChangedSaysNothingOfChanges() throws Exception {
        articles.put("a1", harbour("a1"));

        assertThat(get("/articles/a1").body()).contains("<h1>").doesNotContain("Changed since");
    }

    @Test
    void pageOfAWithdrawnArticleShowsNothingOfIt() throws Exception {
        articles.put(
                "a1", harbour("a1").toBuilder().status(ArticleStatus.CANCELED).build());

        HttpResponse<String> answer = get("/articles/a1");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("took this article back").doesNotContain("Harbour tunnel");
    }

    @Test
    void cardNamesWhatChanged() {
        assertThat(PageCard.of(CardOf.of(corrected())).changed()).isEqualTo("headline, figures");
        assertThat(PageCard.of(CardOf.of(harbour("a1"))).changed()).isNull();
    }

    private static Article corrected() {
        var title = new Revision.Change(Revision.Field.TITLE, Revision.Kind.CHANGED, HOSTILE, "Quay opens", null);
        var figure = new Revision.Change(
                Revision.Field.FIGURE, Revision.Kind.CHANGED, "9.9 percent", "8.9 percent", "ferry traffic");
        return harbour("a1").toBuilder()
                .revision(new Revision(1L, List.of(title, figure), 7))
                .build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }
}

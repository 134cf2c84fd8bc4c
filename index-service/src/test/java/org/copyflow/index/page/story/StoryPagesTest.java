package org.copyflow.index.page.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.story.Story;
import org.copyflow.index.query.story.FakeStories;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoryPagesTest {

    private final FakeStories stories = new FakeStories();
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    @BeforeEach
    void start() {
        server.start(new StoryPages(stories)::addTo);
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
        metrics.close();
    }

    @Test
    void listsStories() throws Exception {
        assertThat(get("/stories").body()).contains("No story yet");
        stories.add(story());
        assertThat(get("/stories").body())
                .contains("<a href=\"/stories/story:a1\">Fire &lt;on&gt; ferry</a>")
                .contains("2 articles from 2 sources");
    }

    @Test
    void showsArticlesAndFiguresSideBySide() throws Exception {
        stories.add(story());
        assertThat(get("/stories/story:a1").body())
                .contains("<a href=\"/articles/p1\">Ferry burns</a>", "Copy of an earlier article")
                .contains(
                        "people hurt", "14 people", "17 people", "<a class=\"credit\" href=\"/articles/p1\">paper</a>")
                .contains("A ferry &lt;burns&gt; at sea. <a class=\"credit\" href=\"/articles/p1\">paper</a>")
                .contains("agency, paper", "/v1/stories/story:a1");
    }

    @Test
    void aMergedStoryLeadsToTheOneThatHasItsArticles() throws Exception {
        stories.add(story().merged("story:b1", NOON));
        HttpResponse<String> response = get("/stories/story:a1");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/stories/story:b1"));
        assertThat(get("/stories/story:z").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }

    private static Story story() {
        return new Story(
                "story:a1",
                "en",
                "Fire <on> ferry",
                List.of(new Story.Sentence("p1", "paper", "A ferry <burns> at sea.", 40, 63)),
                List.of(
                        new Story.Member("p1", "Ferry burns", "paper", null, NOON.plusSeconds(60), "a1"),
                        new Story.Member("a1", "Fire <on> ferry", "agency", null, NOON, null)),
                2,
                List.of("agency", "paper"),
                2,
                NOON,
                NOON.plusSeconds(60),
                List.of(new Story.Comparison(
                        "people hurt",
                        null,
                        List.of(
                                new Story.Value("a1", "agency", "14 people", new BigDecimal(14)),
                                new Story.Value("p1", "paper", "17 people", new BigDecimal(17))))),
                null,
                null,
                NOON);
    }
}

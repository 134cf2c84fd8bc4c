package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From a push to a reader, the same on every kind of broker.
abstract class JourneyScenarios {

    private static final String HTML = """
            <html lang="en"><head><title>Harbour opens second basin | The Coast</title>
            <meta property="og:title" content="Harbour opens second basin"></head>
            <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
            <article><h1>Harbour opens second basin</h1>
            <p>The harbour of Lindvik opened a second basin on Tuesday, after seven years of work that cost 84 million
            euros, and the first ship to berth there carried wheat from the plains.</p>
            <p>"We can now take twice as many ships," said Maria Holm, who runs the Lindvik Port Authority. She added
            that traffic rose 12.5 percent last year and that nobody expects it to fall again soon.</p>
            <p>The basin is 14 metres deep. Fishermen in the old town fear for their berths, and the council has
            promised them a quay of their own by next spring, at no cost to the fleet.</p></article>
            <footer>Copyright The Coast</footer></body></html>
            """;

    abstract CopyflowProcess copyflow();

    private PipelineClient client() {
        return copyflow().client();
    }

    @Test
    void aPushedPageBecomesACleanArticleInItsTopics() {
        String id = client().pushed("coast", "urn:coast:basin", "text/html", HTML);
        JsonNode article = client().awaitArticle(id);
        assertThat(article.path("title").asString()).isEqualTo("Harbour opens second basin");
        assertThat(article.path("text").asString())
                .startsWith("The harbour of Lindvik opened")
                .doesNotContain("Sport", "Copyright");
        assertThat(article.path("language").asString()).isEqualTo("en");
        assertThat(article.path("entities")
                        .valueStream()
                        .map(entity -> entity.path("name").asString()))
                .contains("Maria Holm");
        assertThat(article.path("statistics")
                        .path("figures")
                        .valueStream()
                        .map(figure -> figure.path("text").asString()))
                .anyMatch(figure -> figure.contains("12.5 percent"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(client().articleIdsIn("source:coast")).contains(id);
            assertThat(client().articleIdsIn("person:maria-holm")).contains(id);
        });
    }

    @Test
    void aNewVersionReplacesTheOldOneEverywhere() {
        String first = "# Council votes on trams\n\nLindvik's council votes on trams, said Peter Aldous on Monday.\n";
        String second = "# Council votes for trams\n\nLindvik's council voted for trams, said Greta Moll on Monday.\n";
        String id = client().pushed("council", "urn:council:trams", "text/markdown", first);
        client().awaitArticle(id);
        await().atMost(SOON).until(() -> client().articlesIn("person:peter-aldous") == 1);
        assertThat(client().pushed("council", "urn:council:trams", "text/markdown", second))
                .isEqualTo(id);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(client().awaitArticle(id).path("title").asString()).isEqualTo("Council votes for trams");
            assertThat(client().articlesIn("person:peter-aldous")).isZero();
            assertThat(client().articlesIn("person:greta-moll")).isEqualTo(1);
            assertThat(client().articlesIn("source:council")).isEqualTo(1);
        });
    }

    @Test
    void theSamePushTwiceIsOneArticle() {
        String text = "# Rain\n\nIt rained in Lindvik for nine days, and the river rose by two metres.\n";
        String id = client().pushed("weather", "urn:weather:rain", "text/markdown", text);
        client().awaitArticle(id);
        HttpResponse<String> again = client().push("weather", "urn:weather:rain", "text/markdown", text);
        String receipt = again.headers().firstValue("Location").orElseThrow();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client().get(URI.create(client().pushAddress())
                                        .resolve(receipt)
                                        .toString())
                                .body())
                        .contains("\"duplicate\""));
        assertThat(client().articlesIn("source:weather")).isEqualTo(1);
    }

    @Test
    void aReaderOfAStreamSeesHistoryThenWhatComes() throws Exception {
        String before = client().pushed("wire", "urn:wire:1", "text/plain", "One report says the bridge holds.");
        client().awaitArticle(before);
        await().atMost(SOON).until(() -> client().articlesIn("source:wire") == 1);
        var events = new CopyOnWriteArrayList<String>();
        HttpClient http = HttpClient.newHttpClient();
        try {
            var request = HttpRequest.newBuilder(URI.create(client().readAddress() + "/v1/topics/source%3Awire/stream"))
                    .build();
            HttpResponse<Stream<String>> stream = http.send(request, BodyHandlers.ofLines());
            Thread.startVirtualThread(() -> follow(stream, events));
            await().atMost(SOON).until(() -> events.size() == 1);
            String after = client().pushed("wire", "urn:wire:2", "text/plain", "Another says it does not.");
            await().atMost(SOON).until(() -> events.size() == 2);
            assertThat(events.get(0)).contains(before);
            assertThat(events.get(1)).contains(after);
        } finally {
            http.shutdownNow(); // close() would wait for the stream, which never ends
        }
    }

    @Test
    void wireCopyInAnotherPaperPointsToTheFirstUntilThatIsKilled() throws IOException {
        String wire = client().pushed("halden", "urn:wire:plant", "text/html", sample("18-chip-plant-wire.html"));
        client().awaitArticle(wire);
        String paper = client().pushed("courier", "urn:paper:plant", "text/html", sample("19-chip-plant-courier.html"));
        client().awaitArticle(paper);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(relations(paper).at("/duplicateOf/articleId").asString()).isEqualTo(wire);
            assertThat(relations(wire).at("/copies/0/source").asString()).isEqualTo("courier");
            assertThat(client().view("source:courier")
                            .at("/newest/0/duplicateOf")
                            .asString())
                    .isEqualTo(wire);
        });
        String story = relations(paper).path("storyId").asString();
        assertThat(relations(wire).path("storyId").asString()).isEqualTo(story).isNotEmpty();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode told = PipelineClient.json(client().get(client().readAddress() + "/v1/stories/" + story)
                    .body());
            assertThat(told.path("articleCount").asInt()).isEqualTo(2);
            assertThat(told.path("sources").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder("halden", "courier");
        });
        assertThat(client().delete("halden", "urn:wire:plant").statusCode()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(relations(paper).has("duplicateOf")).isFalse();
            assertThat(client().view("source:courier").at("/newest/0").has("duplicateOf"))
                    .isFalse();
        });
    }

    @Test
    void differentArticlesOfOneDayAreNoCopies() throws IOException {
        String fire = client().pushed(
                        "halden", "urn:fire", "application/json", sample("16-ferry-fire-correction.ninjs.json"));
        String meals = client().pushed("quarry", "urn:meals", "text/markdown", sample("17-school-meals.md"));
        client().awaitArticle(fire);
        client().awaitArticle(meals);
        String again = client().pushed("coast", "urn:fire", "application/json", sample("15-ferry-fire.ninjs.json"));
        client().awaitArticle(again);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                relations(again).at("/duplicateOf/articleId").asString())
                        .isEqualTo(fire));
        assertThat(relations(meals).path("copyCount").asInt()).isZero();
    }

    private JsonNode relations(String articleId) {
        return PipelineClient.json(client().get(client().readAddress() + "/v1/articles/" + articleId + "/relations")
                .body());
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("..", "samples", name));
    }

    private static void follow(HttpResponse<Stream<String>> stream, List<String> events) {
        try (Stream<String> lines = stream.body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(events::add);
        } catch (UncheckedIOException e) {
            // the test is over and has closed the client
        }
    }

    @Test
    void whatCannotBeReadIsKeptAsADeadLetterAndCounted() {
        HttpResponse<String> response =
                client().push("broken", "urn:broken:1", "text/html", "<html><body><nav>Menu</nav></body></html>");
        assertThat(response.statusCode()).isEqualTo(202);
        String receipt = URI.create(client().pushAddress())
                .resolve(response.headers().firstValue("Location").orElseThrow())
                .toString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client().get(receipt).body()).contains("\"dead-lettered\""));
        assertThat(client().get(client().enrichAddress() + "/metrics").body())
                .containsPattern("enrich_articles_total\\{[^}]*outcome=\"dead-lettered\"[^}]*source=\"broken\"");
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertThat(List.of(
                        client().push("x", "u", "application/x-unknown", "a").statusCode(),
                        client().push("x", "u", "text/plain", "").statusCode(),
                        client().push("No Source", "u", "text/plain", "a").statusCode()))
                .containsExactly(415, 400, 400);
        HttpResponse<String> unknown = client().push("x", "u", "application/x-unknown", "a");
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(unknown.body()).contains("unknown-media-type", "text/markdown");
    }
}

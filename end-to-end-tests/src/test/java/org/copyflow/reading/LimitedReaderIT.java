package org.copyflow.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.copyflow.running.WebhookSink;
import org.copyflow.running.WebhookSink.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A reader whose key is limited to a source and to what may be mined is asked of every route there is, and reads
/// nothing else on any.
final class LimitedReaderIT {

    private static final String ALL = ApiKeys.create();
    private static final String LIMITED = ApiKeys.create();

    /// A word of the articles that the reader may not have, and of no others.
    private static final String SECRET = "quillwort";

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^ {2}(/[^ ]*):$");
    private static final List<String> SEARCHES = List.of("/search?q=ferry", "/v1/search?q=ferry&facet=topic");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void readsNothingBeyondItsLimitsOnAnyRoute() throws Exception {
        Path file = Files.writeString(folder.resolve("readers.json"), readers("desk"));
        try (HttpClient http = HttpClient.newHttpClient();
                var sink = new WebhookSink(() -> 200);
                CopyflowProcess running = CopyflowProcess.up(
                        folder.resolve("data"),
                        "--set",
                        "index.readers-file=" + file,
                        "--set",
                        "index.webhooks-private=true")) {
            PipelineClient client = running.client();
            var reader = new Asker(http, client.readAddress(), LIMITED);
            var everybody = new Asker(http, client.readAddress(), ALL);
            await().atMost(SOON).until(() -> reader.get("/v1/subscriptions").statusCode() == 200);
            subscribe(reader, sink);
            List<String> ids = pushed(client);
            await().atMost(SOON)
                    .until(() -> everybody.get("/v1/search?q=ferry").body().contains("{\"total\":3,"));

            await().atMost(SOON).untilAsserted(() -> readsItsOwn(reader, ids.getFirst()));
            readsNoSecret(reader, everybody, ids);
            await().atMost(SOON).until(() -> !sink.received().isEmpty());
            followsItsLimits(client, sink, file);
            assertThat(sink.received()).noneMatch(message -> ids.subList(1, 3).contains(message.articleId()));
        }
    }

    private static void subscribe(Asker reader, WebhookSink sink) throws IOException, InterruptedException {
        String made = reader.post("/v1/subscriptions", "{\"url\":\"" + sink.url() + "\"}")
                .body();
        sink.expect(PipelineClient.json(made).path("secret").asString());
        assertThat(reader.post("/v1/subscriptions", "{\"url\":\"http://a.example\",\"filter\":{\"source\":\"wire\"}}")
                        .body())
                .contains("\"outside-limits\"");
    }

    /// One that the reader may have, and two that it may not: of another source, and one that may not be mined.
    private static List<String> pushed(PipelineClient client) {
        String text =
                "The ferry sank in the harbour on Monday, and the " + SECRET + " with it. Divers looked for its cargo"
                        + " all day, and the port stayed shut until the evening tide.";
        return List.of(
                client.pushed("desk", "urn:1", "text/markdown", "# Ferry sails\n\nThe ferry sailed on Monday."),
                client.pushed("wire", "urn:2", "text/markdown", "# Ferry sinks\n\n" + text),
                client.pushed("desk", "urn:3", "text/html", """
                        <html><head><title>Ferry sinks again</title><meta name="tdm-reservation" content="1"></head>
                        <body><article><h1>Ferry sinks again</h1><p>%s</p><p>%s</p></article></body></html>""".formatted(text, text)));
    }

    private static void readsItsOwn(Asker reader, String id) throws IOException, InterruptedException {
        assertThat(reader.get("/v1/articles/" + id).statusCode()).isEqualTo(200);
        assertThat(reader.get("/v1/search?q=ferry&facet=source").body())
                .startsWith("{\"total\":1,")
                .contains("\"id\":\"desk\",\"name\":\"desk\",\"articles\":1");
        assertThat(reader.get("/v1/changes?since=2020-01-01").body()).contains(id);
        assertThat(reader.get("/v1/topics/source:desk/feed.atom").body()).contains(id);
        assertThat(reader.post("/v1/subscriptions:test", "{}").body()).contains("\"articles\":1,");
        try (var stream = new SocketReader(
                reader.address(), "/v1/stream?since=2020-01-01", Map.of("Authorization", "Bearer " + LIMITED))) {
            assertThat(Objects.requireNonNull(stream.next()).article()).isEqualTo(id);
        }
    }

    private static void readsNoSecret(Asker reader, Asker everybody, List<String> articles)
            throws IOException, InterruptedException {
        var topics = PipelineClient.json(everybody.get("/v1/topics?limit=500").body())
                .path("topics")
                .valueStream()
                .map(topic -> topic.path("id").asString());
        List<String> ids = Stream.concat(articles.stream(), topics).toList();
        List<String> paths = Stream.concat(
                        SEARCHES.stream(),
                        DOCUMENTED
                                .matcher(everybody.get("/v1/openapi.yaml").body())
                                .results()
                                .map(MatchResult::group)
                                .map(path -> path.strip().replaceAll(":$", "")))
                .filter(path -> !path.endsWith("/stream") && !path.startsWith("/assets/"))
                .toList();
        assertThat(paths).contains("/", "/topics/{id}", "/v1/topics/{id}/feed.atom", "/v1/articles/{id}/relations");
        int shown = 0;
        for (String path : paths) {
            for (String id : path.contains("{id}") ? ids : List.of("")) {
                String asked = path.replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8));
                HttpResponse<String> answer = reader.get(asked);
                shown += answer.statusCode() == 200 ? 1 : 0;
                assertThat(answer.body()).as(asked).doesNotContain(SECRET).doesNotContain("Ferry sinks");
            }
        }
        System.out.printf(
                "%d routes, %d ids, %d answers with content, none beyond the limits%n",
                paths.size(), ids.size(), shown);
        assertThat(shown).isGreaterThan(ids.size());
        for (int partition = 0; partition < 2; partition++) {
            String store = "/internal/stores/articles/" + partition + "?limit=10000";
            assertThat(reader.get(store).body()).contains("\"not-an-instance\"");
        }
    }

    /// What a webhook gets changes with the file: it gets an article of the new source before long, none of the old
    /// one.
    private static void followsItsLimits(PipelineClient client, WebhookSink sink, Path file) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next.json"), readers("radio"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        await().atMost(SOON).until(() -> {
            client.pushed("radio", "urn:" + System.nanoTime(), "text/markdown", "# Ferry\n\nIt sails.");
            return sink.received().stream()
                    .anyMatch(message -> message.message()
                            .at("/data/article/source")
                            .asString()
                            .equals("radio"));
        });
        String ofDesk = client.pushed("desk", "urn:4", "text/markdown", "# Ferry\n\nIt sails.");
        String ofRadio = client.pushed("radio", "urn:5", "text/markdown", "# Ferry\n\nIt sails.");
        await().atMost(SOON).until(() -> hasGot(sink, ofRadio));
        assertThat(hasGot(sink, ofDesk)).isFalse();
    }

    private static boolean hasGot(WebhookSink sink, String articleId) {
        return sink.received().stream().map(Received::articleId).anyMatch(articleId::equals);
    }

    private static String readers(String source) {
        return """
                {"readers": {"all": {"keys": ["%s"]},
                  "limited": {"keys": ["%s"], "sources": ["%s"], "rights": "mining-not-prohibited"}}}""".formatted(ApiKeys.hash(ALL), ApiKeys.hash(LIMITED), source);
    }

    private record Asker(HttpClient http, String address, String key) {

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + path)));
        }

        HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.ofString(json)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString());
        }
    }
}

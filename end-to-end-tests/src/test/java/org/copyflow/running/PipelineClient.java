package org.copyflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.events.EventJson;
import tools.jackson.databind.JsonNode;

/// Talks to a running Copyflow over HTTP, as newsrooms and consumers do.
public final class PipelineClient {

    /// How long anything may take on a busy machine.
    public static final Duration SOON = Duration.ofMinutes(2);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    PipelineClient(int port) {
        this.port = port;
    }

    public String readAddress() {
        return "http://127.0.0.1:" + port;
    }

    public String pushAddress() {
        return "http://127.0.0.1:" + (port + 1);
    }

    public String enrichAddress() {
        return "http://127.0.0.1:" + (port + 2);
    }

    /// Are all three services ready?
    public boolean ready() {
        return Stream.of(readAddress(), pushAddress(), enrichAddress()).allMatch(this::isReady);
    }

    /// Is the index service ready?
    public boolean readable() {
        return isReady(readAddress());
    }

    /// Pushes a document.
    public HttpResponse<String> push(String source, String uri, String mediaType, String content) {
        String query = "?source=" + encoded(source) + "&uri=" + encoded(uri);
        return send(HttpRequest.newBuilder(URI.create(pushAddress() + "/v1/articles" + query))
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(content)));
    }

    /// Pushes a document that must be accepted.
    ///
    /// @return its document id
    public String pushed(String source, String uri, String mediaType, String content) {
        HttpResponse<String> response = push(source, uri, mediaType, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json(response.body()).path("id").asString();
    }

    /// Pushes Markdown with further parameters of the push.
    ///
    /// @param more as `&version=2`
    public HttpResponse<String> pushMarkdown(String source, String uri, String more, String text) {
        String query = "?source=" + encoded(source) + "&uri=" + encoded(uri) + more;
        return send(HttpRequest.newBuilder(URI.create(pushAddress() + "/v1/articles" + query))
                .header("Content-Type", "text/markdown")
                .POST(BodyPublishers.ofString(text)));
    }

    /// Pushes a batch that must be accepted as a whole.
    public void pushedBatch(String source, List<String> lines) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create(pushAddress() + "/v1/articles:batch?source=" + encoded(source)))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(String.join("\n", lines))));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(207);
        assertThat(json(response.body()).valueStream())
                .hasSize(lines.size())
                .allMatch(item -> item.path("status").asString().equals("accepted"));
    }

    /// Kills an item.
    public HttpResponse<String> delete(String source, String uri) {
        return send(HttpRequest.newBuilder(
                        URI.create(pushAddress() + "/v1/articles/" + encoded(source) + "/" + encoded(uri)))
                .DELETE());
    }

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /// Deletes something of the index.
    public HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(readAddress() + path)).DELETE());
    }

    /// Posts JSON to the index.
    public HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(readAddress() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /// Posts JSON to the index that must be taken.
    public JsonNode posted(String path, String json, int expected) {
        HttpResponse<String> response = post(path, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return json(response.body());
    }

    /// The article, once it is there.
    public JsonNode awaitArticle(String id) {
        await("article " + id)
                .atMost(SOON)
                .until(() -> get(readAddress() + "/v1/articles/" + id).statusCode() == 200);
        return json(get(readAddress() + "/v1/articles/" + id).body());
    }

    /// The topic's view; missing where there is none.
    public JsonNode view(String topic) {
        HttpResponse<String> response = get(readAddress() + "/v1/topics/" + encoded(topic));
        return response.statusCode() == 200 ? json(response.body()) : json("{}");
    }

    /// The ids of what a search finds, best first.
    public List<String> found(String words) {
        HttpResponse<String> response = get(readAddress() + "/v1/search?limit=" + PAGE + "&q=" + encoded(words));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body())
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("article").path("id").asString())
                .toList();
    }

    /// How many articles the topic holds.
    public long articlesIn(String topic) {
        return view(topic).path("articles").asLong(0);
    }

    /// The ids of all its articles, page by page, newest first.
    public List<String> articleIdsIn(String topic) {
        var ids = new ArrayList<String>();
        String next = "";
        do {
            String address = readAddress() + "/v1/topics/" + encoded(topic) + "/articles?limit=" + PAGE;
            HttpResponse<String> response = get(next.isEmpty() ? address : address + "&before=" + encoded(next));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode page = json(response.body());
            page.path("articles").forEach(card -> ids.add(card.path("id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    /// Every topic with its number of articles, as `id count` lines in the order of the list.
    public List<String> topics() {
        HttpResponse<String> response = get(readAddress() + "/v1/topics?limit=500");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body())
                .path("topics")
                .valueStream()
                .map(topic -> topic.path("id").asString() + " "
                        + topic.path("articles").asLong())
                .sorted()
                .toList();
    }

    public static JsonNode json(String text) {
        return EventJson.mapper().readTree(text);
    }

    private boolean isReady(String address) {
        try {
            return get(address + "/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(REQUEST_TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.copyflow.index.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys over HTTP, before any route.
final class ReaderGateTest {

    private static final String ALL = ApiKeys.create();
    private static final String READS = ApiKeys.create();
    private static final String OF_DESK = ApiKeys.create();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    ReaderGateTest() {
        Readers readers = Readers.parse("""
                {"readers": {"all": {"keys": ["%s"]}, "app": {"keys": ["%s"], "scopes": ["read"]},
                  "desk": {"keys": ["%s"], "sources": ["desk"]}}}""".formatted(ApiKeys.hash(ALL), ApiKeys.hash(READS), ApiKeys.hash(OF_DESK))
                .getBytes(StandardCharsets.UTF_8));
        server.start(routes -> {
            new ReaderGate(() -> readers).addTo(routes);
            for (String path : List.of(
                    "/",
                    "/v1/articles/{id}",
                    "/v1/search",
                    "/v1/stream",
                    "/assets/{name}",
                    "/internal/stores/{name}")) {
                routes.get(path, ctx -> ctx.result("content"));
            }
            routes.post("/v1/subscriptions", ctx -> ctx.result("made"));
            routes.post("/v1/queries", ctx -> ctx.result("made"));
        });
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
        metrics.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/articles/a1", "/v1/search?q=x", "/v1/stream", "/no-such-page"})
    void answersNobodyWithoutAKey(String path) throws Exception {
        HttpResponse<String> answer = get(path, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic realm=");
        assertThat(answer.body()).contains("\"missing-key\"").doesNotContain("content");
        assertThat(get(path, "Bearer " + ApiKeys.create()).body()).contains("\"unknown-key\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/metrics", "/assets/page.css", "/internal/stores/cards"})
    void leavesOpenWhatShowsNoArticle(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void answersReadersWithinTheirScopes() throws Exception {
        assertThat(get("/v1/articles/a1", "Bearer " + READS).statusCode()).isEqualTo(200);
        assertThat(get("/v1/search", "Bearer " + READS).body())
                .contains("\"missing-scope\"")
                .contains("'search'");
        assertThat(get("/v1/stream", "Bearer " + READS).statusCode()).isEqualTo(403);
        assertThat(get("/v1/search", "Bearer " + ALL).statusCode()).isEqualTo(200);
        assertThat(get("/v1/stream", "Bearer " + ALL).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no-such-page", "/v1/articles/a1/relations", "/v1/articles/", "/v1//articles/a1"})
    void answersALimitedReaderNothingThatTellsOfAllArticles(String path) throws Exception {
        assertThat(get(path, "Bearer " + OF_DESK).body()).contains("\"limited-key\"", "The key of 'desk' reads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/a1", "/v1/search?q=x", "/v1/stream"})
    void answersALimitedReaderWhatKeepsToItsLimits(String path) throws Exception {
        assertThat(get(path, "Bearer " + OF_DESK).statusCode()).isEqualTo(200);
    }

    @Test
    void aLimitedReaderAsksNothingAnewOfAllArticles() throws Exception {
        assertThat(post("/v1/subscriptions", "Bearer " + OF_DESK).body()).isEqualTo("made");
        assertThat(post("/v1/queries", "Bearer " + OF_DESK).body()).contains("\"limited-key\"");
        assertThat(post("/v1/queries", "Bearer " + ALL).body()).isEqualTo("made");
    }

    @Test
    void takesTheKeyAsABrowsersPasswordButForReadingOnly() throws Exception {
        assertThat(get("/", basic(READS)).statusCode()).isEqualTo(200);
        assertThat(post("/v1/subscriptions", basic(ALL)).body()).contains("\"cross-site\"");
        assertThat(post("/v1/subscriptions", "Bearer " + ALL).body()).isEqualTo("made");
    }

    private HttpResponse<String> get(String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)), authorization);
    }

    private HttpResponse<String> post(String path, String authorization) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).POST(BodyPublishers.noBody()),
                authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String authorization)
            throws IOException, InterruptedException {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString(("anna:" + key).getBytes(StandardCharsets.UTF_8));
    }
}

package org.copyflow.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HttpServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Metrics metrics = new Metrics();
    private final CountDownLatch inHandler = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile List<Check> checks = List.of(Check.passed("kafka", "1 broker"));
    private final HttpServer server =
            new HttpServer(new HttpServer.Settings("desk", "127.0.0.1", 0, 1_000), metrics, JSON, () -> checks);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.start(routes -> {
            routes.get("/v1/items/{id}", ctx -> ctx.json(Map.of("id", ctx.pathParam("id"))));
            routes.post("/v1/items", ctx -> ctx.status(201).result(ctx.body()));
            routes.get("/v1/refused", ctx -> {
                throw new ProblemException(
                        Problem.of(422, "no-good", "It is no good", "The item is no good: bring another."),
                        Duration.ofMillis(1_500),
                        null);
            });
            routes.get("/v1/broken", ctx -> {
                throw new IllegalStateException("secret detail");
            });
            routes.get("/v1/page", ctx -> ctx.header("ETag", "\"7\"").html("<p>".repeat(5_000)));
            routes.get("/v1/slow", ctx -> {
                inHandler.countDown();
                assertThat(letGo.await(20, TimeUnit.SECONDS)).isTrue();
                ctx.json(Map.of("done", true));
            });
        });
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        client.close();
        server.close();
        metrics.close();
    }

    @Test
    void answersOnItsRoutes() throws Exception {
        var answer = get("/v1/items/7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).startsWith("application/json");
        assertThat(json(answer).path("id").asString()).isEqualTo("7");
    }

    @Test
    void isLiveWhateverItsChecksSay() throws Exception {
        checks = List.of(Check.failed("kafka", "nobody there"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void isReadyWhereAllChecksPass() throws Exception {
        var answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("up");
    }

    @Test
    void namesTheCheckThatFails() throws Exception {
        checks = List.of(Check.passed("kafka", "1 broker"), Check.failed("streams", "state REBALANCING"));

        var answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("status").asString()).isEqualTo("down");
        assertThat(json(answer).at("/checks/1/name").asString()).isEqualTo("streams");
        assertThat(json(answer).at("/checks/1/passed").asBoolean(true)).isFalse();
        assertThat(json(answer).at("/checks/1/detail").asString()).isEqualTo("state REBALANCING");
    }

    @Test
    void refusesWithTheProblemOfTheHandler() throws Exception {
        var answer = get("/v1/refused");

        assertProblem(answer, 422, "no-good");
        assertThat(json(answer).path("title").asString()).isEqualTo("It is no good");
        assertThat(json(answer).path("detail").asString()).isEqualTo("The item is no good: bring another.");
        assertThat(json(answer).path("instance").asString()).isEqualTo("/v1/refused");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void keepsTheReasonOfABugToItself() throws Exception {
        var answer = get("/v1/broken");

        assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret detail");
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        assertProblem(get("/v1/nowhere"), 404, "not-found");
        assertProblem(get("/"), 404, "not-found");
    }

    @Test
    void saysWhichMethodsAResourceTakes() throws Exception {
        var answer = send(request("/v1/items/7").DELETE());

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/items/7",
                "/v1/refused",
                "/v1/broken",
                "/v1/nowhere",
                "/health/ready",
                "/health/live",
                "/v1/page",
                "/v1/items"
            })
    void answersHeadAsGetWithoutTheBody(String path) throws Exception {
        checks = List.of(Check.failed("kafka", "nobody there"));
        var get = get(path);

        var head = send(request(path).HEAD());

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "Retry-After", "ETag", "Allow")) {
            assertThat(head.headers().allValues(name))
                    .as(name)
                    .isEqualTo(get.headers().allValues(name));
        }
    }

    @Test
    void refusesABodyOverItsLimit() throws Exception {
        var answer = send(request("/v1/items").POST(HttpRequest.BodyPublishers.ofString("x".repeat(1_001))));

        assertProblem(answer, 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT HTTP AT ALL\r\n\r\n",
                "GET /v1/items/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/items/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/items/7 HTTP/1.1\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /v1/items HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/items HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void answersBrokenHttpWithAProblemToo(String request) throws Exception {
        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"code\":").doesNotContain("Jetty");
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        String answer = raw("GET /v1/items/7 HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("\"code\":");
    }

    @Test
    void countsRequestsByRouteAndStatus() throws Exception {
        get("/v1/items/7");
        get("/v1/items/8");
        get("/v1/nowhere");

        assertThat(get("/metrics").body())
                .contains("copyflow_http_requests_seconds_count{method=\"GET\",route=\"/v1/items/{id}\","
                        + "service=\"desk\",status=\"200\"} 2")
                .contains("route=\"unknown\",service=\"desk\",status=\"404\"} 1")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void countsUnknownMethodsAsOne() throws Exception {
        for (String method : List.of("BREW", "FROTH", "POUR")) {
            send(request("/v1/items/7").method(method, HttpRequest.BodyPublishers.noBody()));
        }

        assertThat(get("/metrics").body()).doesNotContain("BREW").doesNotContain("POUR");
    }

    @Test
    void finishesWhatIsUnderWayWhenItStops() throws Exception {
        var slow = client.sendAsync(request("/v1/slow").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(inHandler.await(20, TimeUnit.SECONDS)).isTrue();

        int port = server.address().getPort();
        var stopping = CompletableFuture.runAsync(server::close);
        await().until(() -> isRefused(port));
        letGo.countDown();

        assertThat(slow.get(20, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":true}");
        stopping.get(20, TimeUnit.SECONDS);
    }

    @Test
    void saysWhichAddressIsTaken() {
        URI taken = server.address();
        var second = new HttpServer(
                new HttpServer.Settings("second", "127.0.0.1", taken.getPort(), 1), metrics, JSON, List::of);

        assertThatThrownBy(() -> second.start(routes -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second cannot listen on 127.0.0.1:" + taken.getPort());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(type(answer)).startsWith("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static boolean isRefused(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /// Sends bytes that no HTTP client would.
    private String raw(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

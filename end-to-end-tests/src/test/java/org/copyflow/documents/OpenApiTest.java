package org.copyflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copyflow.index.IndexService;
import org.copyflow.index.IndexSettings;
import org.copyflow.index.http.IndexRoutes;
import org.copyflow.ingest.IngestService;
import org.copyflow.ingest.IngestSettings;
import org.copyflow.ingest.http.PushRoutes;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The OpenAPI documents are valid, and say what the services do; no more, no less.
final class OpenApiTest {

    private static final String SCHEMA = "openapi-3.1.schema.json";

    private final Metrics metrics = new Metrics();
    private final IngestService ingest;
    private final IndexService index;
    private final JsonNode ofIngest = Documents.yaml(PushRoutes.class, "openapi.yaml");
    private final JsonNode ofIndex = Documents.yaml(IndexRoutes.class, "openapi.yaml");

    OpenApiTest(@TempDir Path folder) throws IOException {
        var reader = new SettingsReader(
                Map.of(
                        "kafka.bootstrap-servers", "127.0.0.1:1",
                        "ingest.port", "0",
                        "ingest.publish-timeout", "600ms",
                        "index.port", "0",
                        "index.state-dir", folder.toString()),
                Map.of());
        KafkaSettings kafka = reader.read(KafkaSettings.class);
        ingest = new IngestService(reader.read(IngestSettings.class), kafka, metrics);
        index = new IndexService(reader.read(IndexSettings.class), kafka, metrics);
        ingest.start();
        index.start();
    }

    @AfterEach
    void stop() {
        index.close();
        ingest.close();
        metrics.close();
    }

    @Test
    void areValidOpenApi() throws IOException {
        Documents.requireValid(ofIngest, SCHEMA, SpecificationVersion.DRAFT_2020_12);
        Documents.requireValid(ofIndex, SCHEMA, SpecificationVersion.DRAFT_2020_12);
    }

    @Test
    void nameExactlyTheRoutesThatAreThere() {
        assertThat(documented(ofIngest)).isEqualTo(routes(ingest.routes()));
        assertThat(documented(ofIndex)).isEqualTo(routes(index.routes()));
    }

    @Test
    void nameExactlyTheProblemCodesOfPushesUnderTheirStatus() {
        var documented = new TreeSet<String>();
        for (String pointer : List.of("/paths/~1v1~1articles/post", "/paths/~1v1~1articles:batch/post")) {
            for (Map.Entry<String, JsonNode> response :
                    ofIngest.at(pointer).path("responses").properties()) {
                Documents.resolved(ofIngest, response.getValue())
                        .path("x-problem-codes")
                        .forEach(code -> documented.add(code.asString() + " " + response.getKey()));
            }
        }
        var known = new TreeSet<String>();
        for (Refusal refusal : Refusal.values()) {
            known.add(refusal.code() + " " + refusal.status());
        }
        known.add("internal-error 500");
        assertThat(documented).isEqualTo(known);
    }

    @Test
    void areServedAndShown() throws Exception {
        for (URI service : List.of(ingest.address(), index.address())) {
            HttpResponse<String> yaml = send(HttpRequest.newBuilder(service.resolve("/v1/openapi.yaml")));
            assertThat(yaml.body()).startsWith("openapi: 3.1.0");
            HttpResponse<String> page = send(HttpRequest.newBuilder(service.resolve("/v1/docs")));
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains("/v1/articles").doesNotContain("<script");
        }
        assertThat(send(HttpRequest.newBuilder(ingest.address().resolve("/v1/docs")))
                        .body())
                .contains("idempotency-key-reused")
                .contains("PUT /v1/articles/{source}/{uri}");
    }

    /// A client that knows nothing but the document: the path, the parameters' and the body's examples. There is no
    /// Kafka, so a push ends as the document says that it may; a dry run is answered in full.
    @Test
    void driveAClientThatPushes() throws Exception {
        HttpResponse<String> dry = call("pushArticle", Map.of("dryRun", "true"));
        assertThat(dry.statusCode()).isEqualTo(200);
        requireDocumented("pushArticle", dry);
        HttpResponse<String> dryPut = call("putArticle", Map.of("dryRun", "true"));
        assertThat(dryPut.statusCode()).isEqualTo(200);
        requireDocumented("putArticle", dryPut);

        for (String operation : List.of("pushArticle", "putArticle", "killArticle")) {
            HttpResponse<String> answer = call(operation, Map.of());
            assertThat(answer.statusCode()).isEqualTo(503);
            requireDocumented(operation, answer);
        }
        HttpResponse<String> batch = call("pushBatch", Map.of("source", "Not A Source"));
        assertThat(batch.statusCode()).isEqualTo(400);
        requireDocumented("pushBatch", batch);
    }

    private HttpResponse<String> call(String operationId, Map<String, String> given) throws Exception {
        for (Map.Entry<String, JsonNode> path : ofIngest.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asString("").equals(operationId)) {
                    return call(path, method, given);
                }
            }
        }
        throw new AssertionError("no operation " + operationId);
    }

    private HttpResponse<String> call(
            Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method, Map<String, String> given)
            throws Exception {
        String address = path.getKey();
        var query = new ArrayList<String>();
        var parameters = new ArrayList<JsonNode>();
        path.getValue().path("parameters").forEach(parameters::add);
        method.getValue().path("parameters").forEach(parameters::add);
        for (JsonNode reference : parameters) {
            JsonNode parameter = Documents.resolved(ofIngest, reference);
            String name = parameter.path("name").asString();
            String value = given.getOrDefault(name, parameter.path("example").asString(""));
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", encoded);
            } else if (!value.isEmpty()) {
                query.add(name + "=" + encoded);
            }
        }
        URI target = ingest.address().resolve(address + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        var request = HttpRequest.newBuilder(target);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        for (Map.Entry<String, JsonNode> content : Documents.resolved(
                        ofIngest, method.getValue().path("requestBody"))
                .path("content")
                .properties()) {
            if (content.getValue().has("example")) {
                request.header("Content-Type", content.getKey());
                body = HttpRequest.BodyPublishers.ofString(
                        content.getValue().path("example").asString());
            }
        }
        return send(request.method(method.getKey().toUpperCase(Locale.ROOT), body));
    }

    private void requireDocumented(String operationId, HttpResponse<String> answer) {
        for (JsonNode path : ofIngest.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asString("").equals(operationId)) {
                    JsonNode response = Documents.resolved(
                            ofIngest, operation.path("responses").path(Integer.toString(answer.statusCode())));
                    String type = answer.headers()
                            .firstValue("Content-Type")
                            .orElseThrow()
                            .split(";", 2)[0];
                    JsonNode content = response.path("content").path(type);
                    assertThat(content.has("schema"))
                            .as(operationId + " answers " + type)
                            .isTrue();
                    Documents.requireFits(ofIngest, content.path("schema"), answer.body());
                    return;
                }
            }
        }
        throw new AssertionError("no operation " + operationId);
    }

    private static Set<String> documented(JsonNode document) {
        var operations = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : path.getValue().propertyNames()) {
                if (!method.equals("parameters")) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    /// As OpenAPI writes them: it has no word for a parameter that spans slashes.
    private static Set<String> routes(List<String> routes) {
        return new TreeSet<>(routes.stream()
                .filter(route -> !route.contains(" /internal/")) // between instances, no part of the API
                .map(route -> route.replace('<', '{').replace('>', '}'))
                .toList());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

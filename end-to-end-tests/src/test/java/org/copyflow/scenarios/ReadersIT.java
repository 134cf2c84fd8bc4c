package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Readers with keys: each has its own webhooks, and sees and changes no other's.
final class ReadersIT {

    private static final String APP = ApiKeys.create();
    private static final String DESK = ApiKeys.create();
    private static final int ROUNDS = 10;
    private static final String NEW = "{\"url\":\"http://127.0.0.1:9/events\"}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void keepWebhooksToThemselves() throws Exception {
        Path file = folder.resolve("readers.json");
        Files.writeString(file, """
                {"readers": {"app": {"keys": ["%s"]}, "desk": {"keys": ["%s"]}}}""".formatted(ApiKeys.hash(APP), ApiKeys.hash(DESK)));
        try (HttpClient http = HttpClient.newHttpClient();
                CopyflowProcess running = CopyflowProcess.up(
                        folder.resolve("data"),
                        "--set",
                        "index.readers-file=" + file,
                        "--set",
                        "index.webhooks-private=true")) {
            var readers = new Requests(http, running.client().readAddress() + "/v1/subscriptions");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(readers.get("", APP).statusCode()).isEqualTo(200));

            HttpResponse<String> made = readers.post("", APP, NEW);
            assertThat(made.statusCode()).isEqualTo(201);
            String path = "/" + PipelineClient.json(made.body()).path("id").asString();

            assertThat(readers.get("", null).statusCode()).isEqualTo(401);
            assertThat(readers.get("", APP).body()).contains("\"reader\":\"app\"");
            assertThat(readers.get("", DESK).body()).isEqualTo("{\"subscriptions\":[]}");
            assertThat(readers.get(path, APP).statusCode()).isEqualTo(200);
            assertThat(readers.get(path, DESK).body()).contains("subscription-not-found");
            assertThat(readers.post(path + "/rotate-secret", DESK, "{}").statusCode())
                    .isEqualTo(404);
            assertThat(readers.post(":test", DESK, "{}").statusCode()).isEqualTo(200);
            assertThat(readers.post("", APP, NEW.replace("}", ",\"after\":\"another~0-1\"}"))
                            .body())
                    .contains("not from this feed");
            keepsBothOfTwoChanges(readers, path);
        }
    }

    /// A change must not take back what another one changed in the same moment.
    private static void keepsBothOfTwoChanges(Requests readers, String path) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(readers.post(path + "/resume", APP, "").statusCode()).isEqualTo(200);
                var paused = both.submit(() -> readers.post(path + "/pause", APP, ""));
                var rotated = both.submit(() -> readers.post(path + "/rotate-secret", APP, ""));
                assertThat(List.of(paused.get().statusCode(), rotated.get().statusCode()))
                        .containsExactly(200, 200);
                assertThat(readers.get(path, APP).body()).contains("\"state\":\"paused\"");
            }
        }
    }

    /// What readers ask.
    private record Requests(HttpClient http, String address) {

        HttpResponse<String> get(String path, @Nullable String key) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + path)), key);
        }

        HttpResponse<String> post(String path, String key, String json) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.ofString(json)), key);
        }

        private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String key)
                throws IOException, InterruptedException {
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}

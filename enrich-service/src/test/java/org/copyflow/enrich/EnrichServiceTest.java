package org.copyflow.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class EnrichServiceTest {

    @TempDir
    Path data;

    @Test
    @Timeout(60)
    void saysWhatItWaitsForWhileKafkaIsDown() throws Exception {
        try (var metrics = new Metrics();
                var service = service(metrics)) {
            service.start();
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(service, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"kafka\"", "\"streams\"", "cannot reach Kafka at 127.0.0.1:");
            assertThat(get(service, "/metrics").body()).contains("copyflow_enrich_latency_seconds_bucket");
        }
    }

    @Test
    void isBuiltWithoutTouchingAnything() throws IOException {
        try (var metrics = new Metrics();
                var service = service(metrics)) {
            assertThat(data.resolve("state")).doesNotExist();
            assertThat(service.checks()).extracting(Check::name).containsExactly("kafka", "streams");
            assertThat(service.ready()).isFalse();
        }
    }

    @Test
    void mayBeClosedTwice() throws IOException {
        try (var metrics = new Metrics()) {
            EnrichService service = service(metrics);
            service.start();
            service.close();
            service.close();
            assertThat(service.ready()).isFalse();
        }
    }

    private EnrichService service(Metrics metrics) throws IOException {
        var settings = new SettingsReader(
                Map.of(
                        "enrich.port",
                        "0",
                        "enrich.state-dir",
                        data.resolve("state").toString(),
                        "kafka.bootstrap-servers",
                        "127.0.0.1:" + unusedPort()),
                Map.of());
        var service =
                new EnrichService(settings.read(EnrichSettings.class), settings.read(KafkaSettings.class), metrics);
        settings.finish();
        return service;
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(EnrichService service, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

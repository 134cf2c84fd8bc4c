package org.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsException;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole service, with nobody where Kafka should be.
final class IngestServiceTest {

    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        metrics.close();
    }

    @Test
    void startsAndAnswersWithoutKafkaButIsNotReady() throws Exception {
        try (IngestService ingest = ingest(Map.of())) {
            ingest.start();

            assertThat(send(request(ingest, "/health/live")).statusCode()).isEqualTo(200);
            HttpResponse<String> ready = send(request(ingest, "/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"kafka\"").contains("127.0.0.1:1");
            assertThat(ingest.checks())
                    .extracting(check -> check.name())
                    .containsExactly("kafka", "topics", "receipts", "idempotency-keys");
        }
    }

    @Test
    void neverSaysAcceptedWithoutKafka() throws Exception {
        try (IngestService ingest = ingest(Map.of())) {
            ingest.start();

            HttpResponse<String> answer = send(request(ingest, "/v1/articles?source=desk")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("text")));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("\"code\":\"kafka-unavailable\"");
        }
    }

    @Test
    void refusesBodiesThatNoRecordCouldHold() {
        assertThatThrownBy(() -> ingest(Map.of("kafka.max-record-bytes", "5000000")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ingest.max-body-bytes is 5242880")
                .hasMessageContaining("kafka.max-record-bytes, 5000000");
    }

    @Test
    void listensForOtherMachinesOnlyWhereSomebodySaidWhoMayPush() {
        for (String host : new String[] {"0.0.0.0", "::", "192.0.2.7", "news.example"}) {
            assertThatThrownBy(() -> ingest(Map.of("ingest.host", host)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("ingest.host is '" + host)
                    .hasMessageContaining("ingest.sources-file")
                    .hasMessageContaining("ingest.open=true");
            ingest(Map.of("ingest.host", host, "ingest.open", "true")).close();
            ingest(Map.of("ingest.host", host, "ingest.sources-file", "sources.json"))
                    .close();
        }
        for (String host : new String[] {"127.0.0.1", "::1", "localhost", "127.9.9.9"}) {
            ingest(Map.of("ingest.host", host)).close();
        }
        assertThatThrownBy(() -> ingest(Map.of("ingest.open", "true", "ingest.sources-file", "sources.json")))
                .hasMessageContaining("either");
    }

    @Test
    void doesNotStartWithoutItsFileOfSources() {
        try (IngestService ingest = ingest(Map.of("ingest.sources-file", "no-such-folder/sources.json"))) {
            assertThatThrownBy(ingest::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("no-such-folder/sources.json");
        }
    }

    @Test
    void canBeClosedBeforeItIsStartedAndTwice() {
        IngestService ingest = ingest(Map.of());

        ingest.close();
        ingest.close();

        assertThat(ingest.ready()).isFalse();
        ingest.close();
    }

    private IngestService ingest(Map<String, String> more) {
        var values = new HashMap<>(Map.of(
                "kafka.bootstrap-servers", "127.0.0.1:1", "ingest.port", "0", "ingest.publish-timeout", "600ms"));
        values.putAll(more);
        var reader = new SettingsReader(values, Map.of());
        var ingest = reader.read(IngestSettings.class);
        var kafka = reader.read(KafkaSettings.class);
        reader.finish();
        return new IngestService(ingest, kafka, metrics);
    }

    private static HttpRequest.Builder request(IngestService ingest, String path) {
        return HttpRequest.newBuilder(ingest.address().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

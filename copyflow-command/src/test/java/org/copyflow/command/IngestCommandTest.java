package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.copyflow.configuration.CommandSettings;
import org.copyflow.configuration.Configuration;
import org.copyflow.enrich.EnrichSettings;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.index.IndexSettings;
import org.copyflow.ingest.IngestService;
import org.copyflow.ingest.IngestSettings;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngestCommandTest {

    @Test
    void dryRunsUseTheTopicsThatTheEnrichServiceWould(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("topics.json"),
                release().replace("\"en\": \"sport\"", "\"en\": \"games of skill and strength\""));
        var reader = new SettingsReader(
                Map.of(
                        "kafka.bootstrap-servers", "127.0.0.1:1",
                        "ingest.port", "0",
                        "enrich.media-topics-file", file.toString()),
                Map.of());
        var configuration = new Configuration(
                reader.read(CommandSettings.class),
                reader.read(KafkaSettings.class),
                reader.read(IngestSettings.class),
                reader.read(EnrichSettings.class),
                reader.read(IndexSettings.class));
        try (var metrics = new Metrics();
                IngestService ingest = IngestCommand.service(configuration, metrics);
                HttpClient client = HttpClient.newHttpClient()) {
            ingest.start();
            HttpRequest request = HttpRequest.newBuilder(
                            ingest.address().resolve("/v1/articles?source=desk&dryRun=true"))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            Striker scores twice in cup final

                            The striker scored twice, the goalkeeper saved a penalty and the coach praised his players \
                            after the final. The club won the league and the cup, and its fans sang for the team."""))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("games of skill and strength");
        }
    }

    private static String release() throws IOException {
        try (InputStream in = MediaTopics.class.getResourceAsStream("mediatopics.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

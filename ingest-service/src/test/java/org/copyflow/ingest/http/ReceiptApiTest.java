package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.access.Sources;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.receipts.RawRecords.LookupException;
import org.copyflow.ingest.receipts.Receipts;
import org.copyflow.ingest.receipts.Trails;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /v1/receipts/{receipt}`, over HTTP and without Kafka.
final class ReceiptApiTest {

    private static final Instant AT = Instant.parse("2026-05-03T08:30:00Z");

    private final Metrics metrics = new Metrics();
    private final HttpServer server =
            new HttpServer(new HttpServer.Settings("ingest", "127.0.0.1", 0, 1), metrics, EventJson.mapper(), List::of);

    @BeforeEach
    void start() {
        var receipts = new Receipts(ReceiptApiTest::record, new Trails(10, Instant.EPOCH));
        server.start(new ReceiptRoutes(receipts, Gate.open())::addTo);
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void showsWhatWasAccepted() {
        Answer answer = get("1-7");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("accepted");
        assertThat(answer.text("receipt")).isEqualTo("1-7");
        assertThat(answer.text("source")).isEqualTo("desk");
        assertThat(answer.text("uri")).isEqualTo("item");
        assertThat(answer.text("acceptedAt")).isEqualTo("2026-05-03T08:30:00Z");
        assertThat(answer.json().has("errorCode")).isFalse();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-8", "nonsense", "1-", "99999999999-1"})
    void saysThatThereIsNone(String receipt) {
        Answer answer = get(receipt);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-such-receipt");
    }

    @Test
    void tellsTheCallerToTryAgainWhileKafkaIsDown() {
        Answer answer = get("2-1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("kafka-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void showsASourceItsOwnReceiptsOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sources.json");
        Files.writeString(file, """
                {"sources": {"desk": {"keys": ["%s"]}, "wire": {"keys": ["%s"]}}}""".formatted(ApiKeys.hash("of desk"), ApiKeys.hash("of wire")));
        try (var sources = Sources.watched(file);
                var guarded = new HttpServer(
                        new HttpServer.Settings("ingest", "127.0.0.1", 0, 1), metrics, EventJson.mapper(), List::of)) {
            sources.start();
            var receipts = new Receipts(ReceiptApiTest::record, new Trails(10, Instant.EPOCH));
            Gate gate = Gate.of(sources, InstantSource.system());
            guarded.start(new ReceiptRoutes(receipts, gate)::addTo);

            assertThat(status(guarded, "of desk")).isEqualTo(200);
            assertThat(status(guarded, "of wire")).isEqualTo(404);
            assertThat(status(guarded, "of nobody")).isEqualTo(401);
        }
    }

    private static int status(HttpServer server, String key) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.address().resolve("/v1/receipts/1-7"))
                    .header("Authorization", "Bearer " + key);
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /// Partition 1 holds one record, at 7; partition 2 cannot be reached.
    private static @Nullable RawArticle record(Receipt receipt) {
        if (receipt.partition() == 2) {
            throw new LookupException("Kafka did not answer", null);
        }
        return receipt.equals(new Receipt(1, 7))
                ? new RawArticle(
                        "event",
                        "desk",
                        "item",
                        "text/plain",
                        null,
                        null,
                        null,
                        ArticleStatus.USABLE,
                        null,
                        AT,
                        new byte[0])
                : null;
    }

    private Answer get(String receipt) {
        return IngestApi.get(server.address().resolve("/v1/receipts/" + receipt));
    }
}

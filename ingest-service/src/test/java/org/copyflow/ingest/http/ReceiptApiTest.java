package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.receipts.Outcomes;
import org.copyflow.ingest.receipts.RawRecords.LookupException;
import org.copyflow.ingest.receipts.Receipts;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        var receipts = new Receipts(ReceiptApiTest::record, new Outcomes(10, Instant.EPOCH));
        server.start(new ReceiptRoutes(receipts)::addTo);
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

package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `Idempotency-Key`, over HTTP and without Kafka.
final class IdempotencyApiTest {

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.publisher.letGo();
        api.close();
    }

    @Test
    void answersARepeatedPushWithTheSameReceipt() {
        Answer first = push("k1", "Ferry");
        Answer again = push("k1", "Ferry");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.publisher.articles()).hasSize(1);
        assertThat(push("k2", "Ferry").header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void refusesTheKeyForAnotherBodyOrParameter() {
        push("k1", "Ferry");

        assertThat(push("k1", "Tunnel").status()).isEqualTo(422);
        assertThat(push("k1", "Tunnel").code()).isEqualTo("idempotency-key-reused");
        assertThat(api.send(api.request("/v1/articles?source=desk&embargo=2027-01-01T00:00:00Z")
                                .header("Content-Type", "text/plain")
                                .header("Idempotency-Key", "k1")
                                .POST(BodyPublishers.ofString("Ferry")))
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(push("", "Ferry").code()).isEqualTo("bad-parameter");
        assertThat(api.publisher.articles()).hasSize(1);
    }

    @Test
    void refusesARepeatedPushWhileTheFirstIsUnderWay() throws Exception {
        api.publisher.hold();
        var first = CompletableFuture.supplyAsync(() -> push("k1", "Ferry"));
        Awaitility.await().until(() -> api.publisher.held() == 1);

        Answer second = push("k1", "Ferry");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("idempotency-key-under-way");
        assertThat(second.header("Retry-After")).isEqualTo("1");

        api.publisher.letGo();
        assertThat(first.get().status()).isEqualTo(202);
        assertThat(push("k1", "Ferry").header("Location")).isEqualTo(first.get().header("Location"));
    }

    @Test
    void freesTheKeyOfAPushThatFailed() {
        api.publisher.goDownAfter(0);
        assertThat(push("k1", "Ferry").code()).isEqualTo("kafka-unavailable");

        api.publisher.goDownAfter(Integer.MAX_VALUE);
        assertThat(push("k1", "Ferry").status()).isEqualTo(202);
    }

    @Test
    void repeatsTheAnswerToABatch() {
        String lines = """
                {"mediaType": "text/plain", "content": "one", "uri": "a"}
                {"mediaType": "text/plain", "content": "two", "uri": "b"}
                {"mediaType": "image/png", "content": "three", "uri": "c"}
                """;
        Answer first = batch(lines);
        assertThat(first.status()).isEqualTo(207);
        assertThat(batch(lines).response().body()).isEqualTo(first.response().body());
        assertThat(api.publisher.articles()).hasSize(2);
    }

    @Test
    void carriesABatchOutAgainOfWhichKafkaTookOnlySome() {
        String lines = """
                {"mediaType": "text/plain", "content": "one", "uri": "a"}
                {"mediaType": "text/plain", "content": "two", "uri": "b"}
                """;
        api.publisher.goDownAfter(1);
        assertThat(batch(lines).response().body()).contains("accepted", "kafka-unavailable");

        api.publisher.goDownAfter(Integer.MAX_VALUE);
        assertThat(batch(lines).response().body()).contains("accepted").doesNotContain("kafka-unavailable");
    }

    private Answer push(String key, String body) {
        return api.send(api.request("/v1/articles?source=desk&uri=item-1")
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer batch(String lines) {
        return api.send(api.request("/v1/articles:batch?source=desk")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "\"batch-1\"")
                .POST(BodyPublishers.ofString(lines)));
    }
}

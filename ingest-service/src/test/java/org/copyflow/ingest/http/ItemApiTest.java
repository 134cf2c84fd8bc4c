package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `PUT` and `DELETE /v1/articles/{source}/{uri…}`, over HTTP and without Kafka.
final class ItemApiTest {

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "item-1, item-1",
        "urn:desk:4711, urn:desk:4711",
        "https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc%23d, https://news.example/a?b=c#d",
        "https://news.example/a, https://news.example/a",
        "a/b//c/, a/b//c/",
        "50%25, 50%",
        "a%252Fb, a%2Fb",
        "a+b%20c, a+b c",
        "%E6%96%B0%E9%97%BB, 新闻",
        "tag:desk%3Bx;y, tag:desk;x;y",
    })
    void namesTheItemByTheRestOfThePath(String path, String uri) {
        Answer answer = put("desk/" + path);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        assertThat(answer.text("uri")).isEqualTo(uri);
        assertThat(answer.text("id")).isEqualTo(DocumentIds.documentId("desk", uri));
        assertThat(answer.header("Location")).isEqualTo("/v1/receipts/3-0");
        assertThat(api.publisher.only().source()).isEqualTo("desk");
        assertThat(api.publisher.only().content()).asString().isEqualTo("Ferry to run all night");
    }

    @Test
    void refusesWhatThePathCannotName() {
        assertThat(put("desk/").code()).isEqualTo("not-found");
        assertThat(put("Desk/a").code()).isEqualTo("bad-parameter");
        assertThat(put("desk/a?uri=b").code()).isEqualTo("bad-parameter");
        assertThat(put("desk/a?source=other").code()).isEqualTo("bad-parameter");
        assertThat(put("desk/a?uri=a&source=desk").status()).isEqualTo(202);
        assertThat(put("desk/a%00b").code()).as("the connection ends with it").isIn("bad-parameter", "broken-request");
    }

    @Test
    void killsAnItemAsOfNow() {
        Answer answer = delete("desk/item-1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("id")).isEqualTo(DocumentIds.documentId("desk", "item-1"));
        var kill = api.publisher.only();
        assertThat(kill.status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(kill.content()).isEmpty();
        assertThat(kill.version()).isNull();
        assertThat(kill.versionCreated()).isEqualTo(IngestApi.NOW);
    }

    @Test
    void killsAnItemAsOfTheVersionThatTheCallerNames() {
        delete("desk/item-1?version=4&versionCreated=2026-05-01T00:00:00Z");

        assertThat(api.publisher.only().version()).isEqualTo(4);
        assertThat(api.publisher.only().versionCreated()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(delete("desk/item-1?status=usable").code()).isEqualTo("bad-parameter");
    }

    private Answer put(String path) {
        return api.send(api.request("/v1/articles/" + path)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("Ferry to run all night")));
    }

    private Answer delete(String path) {
        return api.send(api.request("/v1/articles/" + path).DELETE());
    }
}

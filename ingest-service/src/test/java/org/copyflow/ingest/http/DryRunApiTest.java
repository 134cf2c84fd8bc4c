package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.copyflow.events.DocumentIds;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `?dryRun=true`, over HTTP, without Kafka and without models.
final class DryRunApiTest {

    private static final String NINJS = """
            {"uri": "urn:desk:1", "type": "text", "version": "3", "versioncreated": "2026-05-03T08:00:00Z",
             "language": "en", "headline": "Ferry runs all night", "body_text": "The ferry runs all night."}""";
    private static final String FEED = """
            <rss version="2.0"><channel><title>Desk</title>
            <item><guid isPermaLink="false">a</guid><title>First</title><description>The first.</description></item>
            <item><guid isPermaLink="false">b</guid><title>Second</title><description>The second.</description></item>
            </channel></rss>""";

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.desk.letGo();
        api.close();
    }

    @Test
    void answersWithTheArticleAndPublishesNothing() {
        Answer answer = api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.text("outcome")).isEqualTo("published");
        assertThat(answer.json().at("/items/0/id").asString()).isEqualTo(DocumentIds.documentId("desk", "urn:desk:1"));
        assertThat(answer.json().at("/articles/0/title").asString()).isEqualTo("Ferry runs all night");
        assertThat(answer.json().at("/articles/0/text").asString()).isEqualTo("The ferry runs all night.");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void saysHowItWouldLeave() {
        String push = "/v1/articles?source=desk&dryRun=true";

        assertThat(api.push(push + "&embargo=2026-05-04T00:00:00Z", "application/json", NINJS)
                        .text("outcome"))
                .isEqualTo("held");
        assertThat(api.push(push + "&status=canceled", "application/json", NINJS)
                        .text("outcome"))
                .isEqualTo("withdrawn");
        assertThat(api.push(push, "text/plain", "ferry. ".repeat(10_000))
                        .json()
                        .at("/items/0/outcome")
                        .asString())
                .isEqualTo("published");
        assertThat(api.push(push, "text/plain", " ").code()).isEqualTo("empty-body");
    }

    @Test
    void warnsOfWhatTheSourceMayNotHaveMeant() {
        Answer bare =
                api.push("/v1/articles?source=desk&dryRun=true&embargo=2026-05-01T00:00:00Z", "text/plain", "1234567");
        assertThat(bare.json().at("/items/0/warnings"))
                .extracting(warning -> warning.path("code").asString())
                .contains("no-identity", "no-version", "embargo-over", "no-date");

        Answer whole = api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS);
        assertThat(whole.json().at("/items/0/warnings")).isEmpty();
    }

    @Test
    void answersForEachItemOfAFeed() {
        Answer answer = api.push("/v1/articles?source=desk&dryRun=true", "application/rss+xml", FEED);

        assertThat(answer.json().path("items"))
                .extracting(item -> item.path("uri").asString())
                .containsExactly("a", "b");
        assertThat(answer.json().path("articles")).hasSize(2);
    }

    @Test
    void takesADryRunOfAPut() {
        Answer answer = api.send(api.request("/v1/articles/desk/item-1?dryRun=true")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("Ferry")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/uri").asString()).isEqualTo("item-1");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void takesNoDryRunOfABatchOrAKill() {
        assertThat(api.push("/v1/articles:batch?source=desk&dryRun=true", "application/x-ndjson", "{}")
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.send(api.request("/v1/articles/desk/item-1?dryRun=true").DELETE())
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.push("/v1/articles?source=desk&dryRun=maybe", "text/plain", "x")
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void loadsTheModelsAtTheFirstDryRunOnly() {
        api.push("/v1/articles?source=desk&dryRun=false", "application/json", NINJS);
        assertThat(api.desk.made()).isZero();

        api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS);
        api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS);
        assertThat(api.desk.made()).isEqualTo(1);
    }

    @Test
    void refusesMoreDryRunsThanItsLimit() throws Exception {
        api.desk.hold();
        var first = CompletableFuture.supplyAsync(
                () -> api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS));
        api.desk.awaitReading();

        Answer second = api.push("/v1/articles?source=desk&dryRun=true", "application/json", NINJS);
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.code()).isEqualTo("dry-runs-busy");
        assertThat(second.header("Retry-After")).isEqualTo("5");
        assertThat(api.push("/v1/articles?source=desk", "application/json", NINJS)
                        .status())
                .isEqualTo(202);

        api.desk.letGo();
        assertThat(first.get().status()).isEqualTo(200);
    }
}

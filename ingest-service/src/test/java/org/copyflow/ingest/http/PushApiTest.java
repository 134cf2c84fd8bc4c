package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `POST /v1/articles`, over HTTP and without Kafka.
final class PushApiTest {

    private static final String PUSH = "/v1/articles?source=desk";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void acceptsAnArticleAndSaysWhereToAskForIt() {
        Answer answer = api.push(PUSH + "&uri=item-1", TEXT, "Ferry to run all night");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("id")).isEqualTo(DocumentIds.documentId("desk", "item-1"));
        assertThat(answer.text("uri")).isEqualTo("item-1");
        assertThat(answer.text("status")).isEqualTo("accepted");
        assertThat(answer.text("receipt")).isEqualTo("/v1/receipts/3-0").isEqualTo(answer.header("Location"));
        assertThat(api.publisher.only().content()).asString().isEqualTo("Ferry to run all night");
        assertThat(api.publisher.only().contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(api.publisher.only().receivedAt()).isEqualTo(IngestApi.NOW);
    }

    @Test
    void takesEverythingThatTheCallerSaysFromHeaders() {
        Answer answer = api.send(api.request("/v1/articles")
                .header("Content-Type", "text/plain")
                .header("Copyflow-Source", "desk")
                .header("copyflow-uri", "item-1")
                .header("Copyflow-Url", "https://news.example/1")
                .header("Copyflow-Version", "7")
                .header("Copyflow-Version-Created", "2026-05-03T10:00:00+02:00")
                .header("Copyflow-Status", "withheld")
                .header("Copyflow-Embargo", "2026-05-04T00:00:00Z")
                .POST(BodyPublishers.ofString("text")));

        assertThat(answer.status()).isEqualTo(202);
        var article = api.publisher.only();
        assertThat(article.source()).isEqualTo("desk");
        assertThat(article.uri()).isEqualTo("item-1");
        assertThat(article.url()).isEqualTo("https://news.example/1");
        assertThat(article.version()).isEqualTo(7);
        assertThat(article.versionCreated()).isEqualTo(Instant.parse("2026-05-03T08:00:00Z"));
        assertThat(article.status()).isEqualTo(ArticleStatus.WITHHELD);
        assertThat(article.embargo()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    }

    @Test
    void namesAnItemByItsUrlThenByItsContent() {
        api.push(PUSH + "&url=https://news.example/1", TEXT, "first");
        api.push(PUSH, TEXT, "second");
        api.push(PUSH, TEXT, "second");

        assertThat(api.publisher.articles().get(0).uri()).isEqualTo("https://news.example/1");
        assertThat(api.publisher.articles().get(1).uri())
                .isEqualTo(DocumentIds.contentUri("second".getBytes(StandardCharsets.UTF_8)));
        assertThat(api.publisher.articles().get(2).documentId())
                .as("the same content again is the same document")
                .isEqualTo(api.publisher.articles().get(1).documentId());
    }

    @Test
    void takesNamesInAnyScriptByQuery() {
        api.push(PUSH + "&uri=" + URLEncoder.encode("报道/第1号", StandardCharsets.UTF_8), TEXT, "text");

        assertThat(api.publisher.only().uri()).isEqualTo("报道/第1号");
    }

    @Test
    void passesTheCallersTraceOnAndMakesOneWhereThereIsNone() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("traceparent", trace)
                .POST(BodyPublishers.ofString("one")));
        api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("traceparent", "nonsense")
                .POST(BodyPublishers.ofString("two")));

        assertThat(api.publisher.traces().get(0).value()).isEqualTo(trace);
        assertThat(api.publisher.traces().get(1).value()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void inflatesGzip(String encoding) {
        Answer answer = api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(IngestApi.gzip("plain text".getBytes(StandardCharsets.UTF_8)))));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(api.publisher.only().content()).asString().isEqualTo("plain text");
    }

    @Test
    void keepsBytesOfAnotherCharsetAsTheyCame() {
        byte[] gbk = "渡轮将通宵运行".getBytes(Charset.forName("GBK"));

        api.push(PUSH, "text/plain; charset=gbk", gbk);

        assertThat(api.publisher.only().content()).isEqualTo(gbk);
        assertThat(api.publisher.only().contentType()).isEqualTo("text/plain; charset=GB18030");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles,                                 text/plain,               400, missing-source",
        "/v1/articles?source=,                         text/plain,               400, missing-source",
        "/v1/articles?source=Desk,                     text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&source=other,        text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&version=-1,          text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&version=1.5,         text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&status=dead,         text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&embargo=tomorrow,    text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&url=ftp://x/y,       text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&uri=a%0d%0ab,        text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&uri=a%00b,           text/plain,               400, bad-parameter",
        "/v1/articles?source=desk&embago=2026-05-04,   text/plain,               400, unknown-parameter",
        "/v1/articles?source=desk,                     application/x-unheard-of, 415, unknown-media-type",
        "/v1/articles?source=desk,                     no media type,            415, unknown-media-type",
        "/v1/articles?source=desk,                     text/plain; charset=moon, 400, unknown-charset",
    })
    void refusesWithAProblemThatNamesTheReason(String path, String contentType, int status, String code) {
        Answer answer = api.push(path, contentType, "some text");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("/problems/" + code);
        assertThat(answer.text("instance")).isEqualTo("/v1/articles");
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void namesTheMediaTypesThatItKnows() {
        assertThat(api.push(PUSH, "application/x-unheard-of", "text").text("detail"))
                .contains("application/x-unheard-of")
                .contains("text/plain");
        assertThat(api.send(api.request(PUSH).POST(BodyPublishers.ofString("text")))
                        .code())
                .as("no Content-Type at all")
                .isEqualTo("unknown-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n\t "})
    void refusesAnEmptyBody(String body) {
        assertThat(api.push(PUSH, TEXT, body).code()).isEqualTo("empty-body");
    }

    @Test
    void namesTheFirstByteThatIsNotUtf8() {
        byte[] body = "0123456789 caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        Answer answer = api.push(PUSH, "text/plain", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-encoding");
        assertThat(answer.text("detail")).contains("byte 14").contains("0xe9").contains("UTF-8");
    }

    @Test
    void refusesACharacterThatIsCutAtTheEnd() {
        byte[] whole = "caf\u00e9".getBytes(StandardCharsets.UTF_8);

        assertThat(api.push(PUSH, "text/plain", Arrays.copyOf(whole, whole.length - 1))
                        .code())
                .isEqualTo("invalid-encoding");
    }

    @Test
    void refusesABodyOverTheLimitByItsContentLength() {
        Answer answer = api.push(PUSH, TEXT, "x".repeat(IngestApi.MAX_BODY_BYTES + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
        assertThat(answer.text("detail")).contains("100000").contains("100001");
    }

    @Test
    void refusesAChunkedBodyOverTheLimit() {
        byte[] body = "x".repeat(IngestApi.MAX_BODY_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        Answer answer = api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void acceptsABodyOfExactlyTheLimit() {
        String body = "x".repeat(IngestApi.MAX_BODY_BYTES);

        assertThat(api.push(PUSH, TEXT, body).status()).isEqualTo(202);
        assertThat(api.publisher.only().content()).hasSize(IngestApi.MAX_BODY_BYTES);
    }

    @Test
    void refusesAGzipBomb() {
        byte[] bomb = IngestApi.gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(IngestApi.MAX_BODY_BYTES);

        Answer answer = api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("detail")).startsWith("Inflated");
    }

    @Test
    void refusesWhatIsNotGzipOrEndsEarly() {
        byte[] whole = IngestApi.gzip("a text that is cut".getBytes(StandardCharsets.UTF_8));

        assertThat(compressed("gzip", "not gzip".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("invalid-compression");
        assertThat(compressed("gzip", Arrays.copyOf(whole, whole.length - 9)).code())
                .isEqualTo("invalid-compression");
        assertThat(compressed("br", whole).code()).isEqualTo("unknown-content-encoding");
        assertThat(compressed("gzip, gzip", whole).code()).isEqualTo("unknown-content-encoding");
        assertThat(compressed("identity, gzip", whole).code()).isEqualTo("unknown-content-encoding");
    }

    @Test
    void refusesAMistypedHeaderRatherThanIgnoreAnEmbargo() {
        Answer answer = api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("Copyflow-Embago", "2026-05-04T00:00:00Z")
                .POST(BodyPublishers.ofString("text")));

        assertThat(answer.code()).isEqualTo("unknown-parameter");
        assertThat(answer.text("detail")).contains("Copyflow-Embago").contains("embargo");
    }

    @Test
    void refusesHeaderAndQueryThatDiffer() {
        Answer answer = api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("Copyflow-Source", "another")
                .POST(BodyPublishers.ofString("text")));

        assertThat(answer.code()).isEqualTo("bad-parameter");
    }

    @Test
    void tellsTheCallerToTryAgainWhileKafkaIsDown() {
        api.publisher.goDownAfter(0);

        Answer answer = api.push(PUSH, TEXT, "text");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("kafka-unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.text("detail")).contains("push it again");
    }

    @Test
    void waitsForKafkaOnlySoLong() {
        api.publisher.neverAnswer();

        assertThat(api.push(PUSH, TEXT, "text").code()).isEqualTo("kafka-unavailable");
    }

    @Test
    void countsByOutcomeCodeAndSource() {
        api.push(PUSH, TEXT, "text");
        api.push(PUSH, TEXT, "");
        api.push("/v1/articles?source=nobody", TEXT, "");

        assertThat(api.metrics.scrape())
                .contains("copyflow_ingest_articles_total{code=\"\",outcome=\"accepted\",source=\"desk\"} 1.0")
                .contains("copyflow_ingest_articles_total{code=\"empty-body\",outcome=\"refused\",source=\"desk\"} 1.0")
                .contains(
                        "copyflow_ingest_articles_total{code=\"empty-body\",outcome=\"refused\",source=\"other\"} 1.0")
                .contains("copyflow_ingest_bytes_total{source=\"desk\"} 4.0")
                .contains("copyflow_ingest_in_flight_bytes 0.0");
    }

    private Answer compressed(String encoding, byte[] body) {
        return api.send(api.request(PUSH)
                .header("Content-Type", TEXT)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}

package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `POST /v1/articles:batch`, over HTTP and without Kafka.
final class BatchApiTest {

    private static final String BATCH = "/v1/articles:batch?source=desk";
    private static final String NDJSON = "application/x-ndjson";

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void answersEachLineByItself() {
        Answer answer = api.push(BATCH, NDJSON, """
                {"mediaType":"text/plain","content":"first","uri":"a","version":3}

                {"mediaType":"text/plain","content":""}
                not json
                {"mediaType":"text/plain","content":"fourth","embago":"2026-05-04T00:00:00Z"}
                {"mediaType":"text/plain","content":"fifth 报道","url":"https://news.example/5"}
                """);

        assertThat(answer.status()).isEqualTo(207);
        var items = answer.json();
        assertThat(items.size()).isEqualTo(5);
        assertThat(items.get(0).path("status").asString()).isEqualTo("accepted");
        assertThat(items.get(0).path("receipt").asString()).isEqualTo("/v1/receipts/3-0");
        assertThat(items.get(1).at("/problem/code").asString()).isEqualTo("empty-body");
        assertThat(items.get(2).at("/problem/code").asString()).isEqualTo("invalid-batch-line");
        assertThat(items.get(2).at("/problem/detail").asString()).startsWith("Line 4 ");
        assertThat(items.get(3).at("/problem/code").asString()).isEqualTo("invalid-batch-line");
        assertThat(items.get(3).at("/problem/detail").asString()).contains("embago");
        assertThat(items.get(4).path("index").asInt()).isEqualTo(4);
        assertThat(api.publisher.articles())
                .extracting(article -> article.uri())
                .containsExactly("a", "https://news.example/5");
        assertThat(api.publisher.articles().get(0).version()).isEqualTo(3);
        assertThat(api.publisher.articles().get(1).contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(api.publisher.articles().get(1).content()).asString().isEqualTo("fifth 报道");
    }

    @Test
    void takesNothingOfABatchWithTooManyLines() {
        Answer answer = api.push(
                BATCH, NDJSON, "{\"mediaType\":\"text/plain\",\"content\":\"x\"}\n".repeat(IngestApi.MAX_ITEMS + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-items");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void splitsAFeedIntoItsEntries() {
        Answer answer = api.push(BATCH, "application/rss+xml", feed("one", "two", "three"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(api.publisher.articles())
                .extracting(article -> article.uri())
                .containsExactly("one", "two", "three");
        assertThat(api.publisher.articles().get(1).content())
                .asString()
                .contains("Title of two")
                .doesNotContain("Title of three");
        assertThat(answer.json().get(2).path("id").asString())
                .isEqualTo(api.publisher.articles().get(2).documentId());
    }

    @Test
    void splitsAFeedThatIsPushedAsOneArticleToo() {
        Answer answer = api.push("/v1/articles?source=desk", "application/rss+xml", feed("one", "two"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(api.publisher.articles()).hasSize(2);
    }

    @Test
    void acceptsAFeedOfOneEntryAsThatEntry() {
        Answer answer = api.push("/v1/articles?source=desk", "application/rss+xml", feed("one"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("uri")).isEqualTo("one");
    }

    @Test
    void refusesOneNameForSeveralItems() {
        assertThat(api.push(BATCH + "&uri=a", "application/rss+xml", feed("one", "two"))
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.push(BATCH + "&uri=a", NDJSON, "{\"mediaType\":\"text/plain\",\"content\":\"x\"}")
                        .code())
                .isEqualTo("bad-parameter");
    }

    @Test
    void refusesAnEmptyBatchAndAFeedWithTooManyEntries() {
        assertThat(api.push(BATCH, NDJSON, "\n \n").code()).isEqualTo("empty-body");
        assertThat(api.push(BATCH, "application/rss+xml", feed("1", "2", "3", "4", "5", "6"))
                        .code())
                .isEqualTo("too-many-items");
    }

    @Test
    void saysWhichItemsKafkaDidNotTake() {
        api.publisher.goDownAfter(1);

        Answer answer = api.push(BATCH, "application/rss+xml", feed("one", "two", "three"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().get(0).path("status").asString()).isEqualTo("accepted");
        assertThat(answer.json().get(1).at("/problem/code").asString()).isEqualTo("kafka-unavailable");
        assertThat(answer.json().get(2).at("/problem/code").asString()).isEqualTo("kafka-unavailable");
    }

    @Test
    void tellsTheCallerToTryAgainWhereKafkaTookNothing() {
        api.publisher.goDownAfter(0);

        Answer answer = api.push(BATCH, "application/rss+xml", feed("one", "two", "three"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void tellsTheCallerToTryAgainWhereALineIsBrokenBesides() {
        api.publisher.goDownAfter(0);

        Answer answer = api.push(BATCH, NDJSON, """
                not json
                {"mediaType":"text/plain","content":"good"}
                {"mediaType":"text/plain","content":""}
                """);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("kafka-unavailable");
        assertThat(answer.text("instance")).isEqualTo("/v1/articles:batch");
        assertThat(answer.json().at("/items/0/problem/code").asString()).isEqualTo("invalid-batch-line");
        assertThat(answer.json().at("/items/1/problem/code").asString()).isEqualTo("kafka-unavailable");
        assertThat(answer.json().at("/items/2/problem/code").asString()).isEqualTo("empty-body");
    }

    @Test
    void doesNotAskToTryAgainWhereEveryLineIsBroken() {
        api.publisher.goDownAfter(0);

        assertThat(api.push(BATCH, NDJSON, "not json\n").status()).isEqualTo(207);
    }

    @ParameterizedTest
    @ValueSource(ints = {IngestApi.MAX_BODY_BYTES + 1, IngestApi.MAX_BODY_BYTES * 3 / 2})
    void refusesALineThatIsTooLargeForAnArticle(int bytes) {
        Answer answer = api.push(BATCH, NDJSON, line("x".repeat(bytes)) + line("x".repeat(10)));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/0/problem/code").asString()).isEqualTo("body-too-large");
        assertThat(answer.json().at("/0/problem/status").asInt()).isEqualTo(413);
        assertThat(answer.json().at("/0/problem/detail").asString())
                .startsWith("Line 1 is an article of more than the limit for one, " + IngestApi.MAX_BODY_BYTES)
                .doesNotContain("StreamReadConstraints");
        assertThat(answer.json().at("/1/status").asString()).isEqualTo("accepted");
    }

    @Test
    void measuresAnArticleInBytesAndNotInCharacters() {
        Answer answer =
                api.push(BATCH, NDJSON, line("道".repeat(IngestApi.MAX_BODY_BYTES / 3 + 1)) + line("道".repeat(1_000)));

        assertThat(answer.json().at("/0/problem/code").asString()).isEqualTo("body-too-large");
        assertThat(answer.json().at("/1/status").asString()).isEqualTo("accepted");
    }

    @Test
    void takesALineThatIsAsLargeAsAnArticleMayBe() {
        Answer answer = api.push(BATCH, NDJSON, line("\\n" + "x".repeat(IngestApi.MAX_BODY_BYTES - 1)));

        assertThat(answer.json().at("/0/status").asString()).isEqualTo("accepted");
        assertThat(api.publisher.only().content()).hasSize(IngestApi.MAX_BODY_BYTES);
    }

    @Test
    void refusesAnEntryOfAFeedThatIsTooLargeForAnArticle() {
        String feed = feed("one", "two").replace("Text of two", "x".repeat(IngestApi.MAX_BODY_BYTES));

        Answer answer = api.push(BATCH, "application/rss+xml", feed);

        assertThat(answer.json().at("/0/status").asString()).isEqualTo("accepted");
        assertThat(answer.json().at("/1/problem/code").asString()).isEqualTo("body-too-large");
        assertThat(answer.json().at("/1/problem/detail").asString()).startsWith("Item 2 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | it is not JSON near its column 1",
                "{\"mediaType\":\"text/plain\",\"content\":\"cut | it is not JSON near its column",
                "{\"mediaType\":\"text/plain\",\"content\":[[[]]]} | one of its values is not a string",
                "{\"mediaType\":\"text/plain\",\"content\":\"x\"} {} | or something follows it",
                "{\"embago\":\"x\"} | it has a field 'embago'",
                "{\"content\":\"x\"} | it lacks mediaType or content",
            })
    void saysInItsOwnWordsWhatIsWrongWithALine(String line, String why) {
        assertThat(api.push(BATCH, NDJSON, line).json().at("/0/problem/detail").asString())
                .startsWith("Line 1 is not an object of a batch: ")
                .contains(why)
                .doesNotContain("Unexpected", "JsonToken", "org.copyflow");
    }

    private static String line(String content) {
        return "{\"mediaType\":\"text/plain\",\"content\":\"" + content + "\"}\n";
    }

    private static String feed(String... guids) {
        var items = new StringBuilder();
        for (String guid : guids) {
            items.append("<item><title>Title of ")
                    .append(guid)
                    .append("</title><description>Text of ")
                    .append(guid)
                    .append(".</description><guid isPermaLink=\"false\">")
                    .append(guid)
                    .append("</guid></item>");
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title><link>https://news.example/"
                + "</link><description>News</description>" + items + "</channel></rss>";
    }
}

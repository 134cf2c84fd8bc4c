package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.copyflow.events.DocumentIds;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.copyflow.running.StreamReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The life of an article on a real broker, a test a row: views, articles, event streams and receipts after each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifeIT {

    private static final String OPEN = """
            # Quay to open in May

            The port of Lindvik opens its second quay in May, said Maria Holm on Monday.

            Ferry traffic rose by 9.9 percent last year.
            """;
    private static final String CORRECTED =
            OPEN.replace("# Quay to open in May", "# Quay to open in June").replace("9.9 percent", "8.9 percent");
    private static final List<String> HEADLINES = List.of(
            "Harbour Mud Remembers Floods",
            "Shipyard Wins An Order",
            "Tram Line Is Late",
            "Choir Sings Again",
            "Market Moves Indoors");

    private CopyflowProcess copyflow;
    private Path data;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        copyflow = CopyflowProcess.up(data);
    }

    @AfterAll
    void stop() {
        copyflow.close();
    }

    @Test
    void anUpdateTakesThePlaceOfTheVersionBefore() {
        String first = push("update", 1, OPEN);
        awaitIndexed(first);
        String second = push("update", 2, OPEN.replace("second quay", "third quay"));
        awaitIndexed(second);

        assertThat(article("update").path("version").asLong()).isEqualTo(2);
        assertThat(client().articlesIn("source:update")).isEqualTo(1);
        assertThat(history("update").changes()).containsExactly("added " + id("update"), "updated " + id("update"));
        assertThat(text(receipt(first), "status")).isEqualTo("superseded");
        assertThat(text(step(first, "superseded"), "by")).isEqualTo(second);
        assertThat(text(receipt(second), "status")).isEqualTo("published");
    }

    @Test
    void aStaleVersionChangesNothing() {
        String second = push("stale", 2, OPEN);
        awaitIndexed(second);
        String first = push("stale", 1, OPEN.replace("second quay", "only quay"));
        await().atMost(SOON).until(() -> text(receipt(first), "status").equals("stale"));

        assertThat(text(step(first, "enriched"), "by")).isEqualTo(second);
        assertThat(article("stale").path("version").asLong()).isEqualTo(2);
        assertThat(history("stale").changes()).containsExactly("added " + id("stale"));
        assertThat(text(receipt(second), "status")).isEqualTo("published");
    }

    @Test
    void theSamePushAgainChangesNothing() {
        String first = push("again", 1, OPEN);
        awaitIndexed(first);
        String again = push("again", 1, OPEN);
        await().atMost(SOON).until(() -> text(receipt(again), "status").equals("duplicate"));

        assertThat(text(step(again, "enriched"), "by")).isEqualTo(first);
        assertThat(client().articlesIn("source:again")).isEqualTo(1);
        assertThat(history("again").changes()).containsExactly("added " + id("again"));
    }

    @Test
    void aCorrectionSaysWhatItChanged() {
        awaitIndexed(push("correction", 1, OPEN));
        String second;
        try (var reader = new StreamReader(stream("correction") + "?history=0")) {
            second = push("correction", 2, CORRECTED);
            awaitIndexed(second);
            await().atMost(SOON).until(() -> !step(second, "delivered").isMissingNode());
            assertThat(reader.data())
                    .singleElement()
                    .asString()
                    .contains("\"changed\":[\"title\",\"body\",\"figure\"]");
        }
        JsonNode revision = article("correction").path("revision");
        assertThat(revision.path("replaces").asLong()).isEqualTo(1);
        assertThat(revision.path("changes").valueStream().map(change -> text(change, "field")))
                .containsExactly("title", "body", "figure");
        assertThat(text(revision.path("changes").path(0), "before")).isEqualTo("Quay to open in May");
        assertThat(text(revision.path("changes").path(2), "after")).isEqualTo("8.9 percent");
        assertThat(step(second, "delivered").path("done").asInt()).isEqualTo(1);
        assertThat(step(second, "delivered").path("of").asInt()).isEqualTo(1);
        assertThat(client().get(client().readAddress() + "/articles/" + id("correction"))
                        .body())
                .contains("<ins>Quay to open in June</ins>");
    }

    @Test
    void anEmbargoHoldsAcrossARestartAndEndsInTime() {
        Instant whileDown = Instant.now().plusSeconds(2);
        Instant later = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS);
        String fellDue = embargoed("down", whileDown);
        String held = embargoed("later", later);
        for (String receipt : List.of(fellDue, held)) {
            await().atMost(SOON).until(() -> !step(receipt, "held").isMissingNode());
        }
        assertThat(Instant.parse(text(step(held, "held"), "until"))).isEqualTo(later);
        copyflow.kill();
        await("the first embargo's end, while nothing runs")
                .until(() -> Instant.now().isAfter(whileDown));
        copyflow = CopyflowProcess.up(data);

        awaitIndexed(fellDue);
        assertThat(article("down").path("title").asString()).isEqualTo("Quay to open in May");
        Instant soon = Instant.now().plusSeconds(6);
        List<String> ending = new ArrayList<>(List.of(held));
        for (int i = 0; i < 3; i++) {
            ending.add(embargoed("soon-" + i, soon.plusMillis(1_300L * i)));
        }
        if (Instant.now().isBefore(soon)) {
            assertSeenNowhere("soon-0");
        }
        if (Instant.now().isBefore(later.minusSeconds(1))) {
            assertThat(text(receipt(held), "status")).isEqualTo("held");
            assertSeenNowhere("later");
        }
        List<Duration> late = ending.stream().map(this::lateness).sorted().toList();
        System.out.println("after the end of their embargoes: " + late);
        assertThat(late.getFirst()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(late.get(late.size() / 2 - 1))
                .as("half of them, whatever else the machine does: %s", late)
                .isLessThan(Duration.ofSeconds(1));
        assertThat(late.getLast()).isLessThan(Duration.ofSeconds(10));
        assertThat(history("later").changes()).containsExactly("added " + id("later"));
    }

    @Test
    void aKillTakesEveryPartOfAPageBack() {
        String pushed = push("page", 1, page());
        awaitIndexed(pushed);
        List<String> ids = IntStream.rangeClosed(1, 5)
                .mapToObj(part -> DocumentIds.articleId(id("page"), part))
                .toList();
        assertThat(strings(receipt(pushed).path("articles"))).isEqualTo(ids);
        assertThat(client().articlesIn("source:page")).isEqualTo(5);
        String killed;
        try (var reader = new StreamReader(stream("page") + "?history=0")) {
            killed = place(client().delete("page", "urn:page"));
            awaitIndexed(killed);
            assertThat(withoutUpdates(reader))
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(id -> "removed " + id).toList());
        }
        assertThat(client().articlesIn("source:page")).isZero();
        assertThat(ids).allSatisfy(id -> {
            HttpResponse<String> answer = client().get(client().readAddress() + "/v1/articles/" + id);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("article-withdrawn");
        });
        try (StreamReader history = history("page")) {
            assertThat(withoutUpdates(history)).hasSize(10).endsWith("removed " + ids.getLast());
            assertThat(history.data()).noneMatch(event -> HEADLINES.stream().anyMatch(event::contains));
        }
        assertThat(text(receipt(pushed), "status")).isEqualTo("withdrawn");
        assertThat(text(step(pushed, "withdrawn"), "by")).isEqualTo(killed);
        assertThat(text(receipt(killed), "status")).isEqualTo("withdrawn");
        assertThat(strings(receipt(killed).path("articles"))).isEqualTo(ids);
    }

    private void assertSeenNowhere(String item) {
        assertThat(client().get(client().readAddress() + "/v1/articles/" + id(item))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client().articlesIn("source:" + item)).isZero();
        assertThat(history(item).data()).isEmpty();
    }

    /// How long after its embargo an article left.
    private Duration lateness(String receipt) {
        awaitIndexed(receipt);
        Instant until = Instant.parse(text(step(receipt, "held"), "until"));
        return Duration.between(until, Instant.parse(text(step(receipt, "enriched"), "at")));
    }

    /// The parts of the page resemble each other: that one is a copy of another is said some time after it was added.
    private static List<String> withoutUpdates(StreamReader reader) {
        return reader.changes().stream()
                .filter(change -> !change.startsWith("updated"))
                .toList();
    }

    private static String page() {
        var page = new StringBuilder("# LINDVIK COURIER\n\n*Saturday, November 14, 2026 · Page 1*\n\n");
        for (String headline : HEADLINES) {
            page.append("## LOCAL\n\n## ").append(headline).append("\n\nBy Oskar LIND\n\n");
            for (String who : List.of("The council", "The port")) {
                page.append(who)
                        .append(" said on Friday that it had heard of this (")
                        .append(headline.toLowerCase(Locale.ROOT))
                        .append(") and would look into it before the end of the week, as it always does.\n\n");
            }
        }
        return page.toString();
    }

    /// @return the receipt's place
    private String push(String item, long version, String text) {
        return place(client().pushMarkdown(item, "urn:" + item, "&version=" + version, text));
    }

    private String embargoed(String item, Instant until) {
        return place(client().pushMarkdown(item, "urn:" + item, "&embargo=" + until, OPEN));
    }

    private void awaitIndexed(String receipt) {
        await("receipt " + receipt + " to be indexed").atMost(SOON).untilAsserted(() -> {
            JsonNode indexed = step(receipt, "indexed");
            assertThat(indexed.isMissingNode()).as(receipt(receipt).toString()).isFalse();
            assertThat(indexed.path("done").asInt())
                    .isEqualTo(indexed.path("of").asInt());
        });
    }

    private JsonNode receipt(String receipt) {
        return PipelineClient.json(
                client().get(client().pushAddress() + "/v1/receipts/" + receipt).body());
    }

    private JsonNode step(String receipt, String name) {
        return receipt(receipt)
                .path("steps")
                .valueStream()
                .filter(step -> text(step, "step").equals(name))
                .findFirst()
                .orElse(PipelineClient.json("{}").path(name));
    }

    private JsonNode article(String item) {
        return client().awaitArticle(id(item));
    }

    /// Everything that a new reader of the source's stream sees.
    private StreamReader history(String item) {
        try (var reader = new StreamReader(stream(item) + "?history=100")) {
            await("the stream's history").atMost(SOON).until(reader::isLive);
            return reader;
        }
    }

    private String stream(String item) {
        return client().readAddress() + "/v1/topics/source%3A" + item + "/stream";
    }

    private PipelineClient client() {
        return copyflow.client();
    }

    private static String id(String item) {
        return DocumentIds.documentId(item, "urn:" + item);
    }

    private static String place(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

package org.copyflow.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.EventJson;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.dryrun.FirstPush;
import org.copyflow.ingest.push.Intake;
import org.copyflow.input.Input;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A dry run tells what a first push would come to.
final class DryRunTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final int MAX_ARTICLE_BYTES = 100_000;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    private final DryRun dryRun = new DryRun(
            new Intake(KnownFormats.readers(), CLOCK, 500),
            new FirstPush(
                    new CopyDesk(new Enricher(KnownFormats.readers(), List.of(), CLOCK), CLOCK, MAX_ARTICLE_BYTES),
                    false),
            null);

    @Test
    void takesIdentityAndVersionFromTheItem() {
        JsonNode line = sample("16-ferry-fire-correction.ninjs.json");

        assertItem(line, "urn:haldenwire:2026:11:acc-0901", 2, "usable", "published");
        JsonNode article = line.at("/articles/0");
        assertThat(article.path("uri").asString()).isEqualTo("urn:haldenwire:2026:11:acc-0901");
        assertThat(article.path("version").asLong()).isEqualTo(2);
        assertThat(article.path("documentId").asString())
                .isEqualTo(DocumentIds.documentId("local", "urn:haldenwire:2026:11:acc-0901"))
                .isEqualTo(line.at("/items/0/id").asString());
    }

    @Test
    void takesIdentityFromThePagesCanonicalAddress() {
        assertThat(sample("01-harbour-tunnel.html").at("/items/0/uri").asString())
                .isEqualTo("https://www.northport-courier.example/politics/2026/11/12/harbour-tunnel-vote");
    }

    @Test
    void namesAnItemThatNamesNothingByItsContent() {
        String text = "The council voted on Tuesday. The bridge will cost 4 million euros.";

        assertThat(text("a.txt", text).at("/items/0/uri").asString())
                .isEqualTo(text("b.txt", text).at("/items/0/uri").asString())
                .isEqualTo(DocumentIds.contentUri(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void holdsAnEmbargoedItemUntilItsTime() {
        JsonNode line = sample("23-budget-embargoed.ninjs.json");

        assertItem(line, "urn:haldenwire:2099:01:eco-0001", 1, "usable", "held");
        assertThat(line.at("/items/0/until").asString()).isEqualTo("2099-01-01T06:00:00Z");
        assertThat(line.path("articles")).hasSize(1);
    }

    @Test
    void showsNothingOfAWithheldItem() {
        JsonNode line = sample("31-witness-withheld.ninjs.json");

        assertItem(line, "urn:haldenwire:2026:11:crt-0077", 1, "withheld", "held");
        assertThat(line.at("/items/0/until").isMissingNode()).isTrue();
        assertThat(line.path("articles").isArray()).isTrue();
        assertThat(line.path("articles")).isEmpty();
    }

    @Test
    void withdrawsAKilledItem() {
        JsonNode line = sample("22-mayor-steps-down-kill.newsml.xml");

        assertItem(line, "urn:newsml:haldenwire.example:20261117:pol-0561", 2, "canceled", "withdrawn");
        assertThat(line.path("articles")).isEmpty();
    }

    @Test
    void takesAFeedApartAsIngestDoes() {
        JsonNode line = sample("11-meridian-science.rss.xml");

        assertThat(line.path("outcome").asString()).isEqualTo("published");
        assertThat(line.path("items"))
                .extracting(item -> item.path("uri").asString())
                .containsExactly("meridian-2026-4471", "meridian-2026-4468", "meridian-2026-4459");
        assertThat(line.path("articles"))
                .extracting(article -> article.path("id").asString())
                .containsExactlyElementsOf(line.path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    @Test
    void putsAsideWhatNoRecordCanHold() {
        JsonNode line = text("long.txt", "The bridge will cost 4 million euros. ".repeat(MAX_ARTICLE_BYTES / 30));

        assertThat(line.path("outcome").asString()).isEqualTo("dead-lettered");
        assertThat(line.at("/error/code").asString()).isEqualTo("article-too-large");
        assertThat(line.path("articles")).isEmpty();
    }

    @Test
    void warnsOfWhatIsWrongWithAnItemThatCanBeRead() {
        String item = "{\"uri\":\"urn:x\",\"headline\":\"H\",\"body_text\":\"Text.\",\"genre\":[{\"name\":1}]}";

        JsonNode line = line(new Input.OfDocument(
                "item", new PushedDocument(item.getBytes(StandardCharsets.UTF_8), MediaType.JSON, null, null)));

        assertThat(line.path("outcome").asString()).isEqualTo("published");
        assertThat(line.at("/items/0/warnings/0/detail").asString()).startsWith("ninjs 1.x at /genre/0/name: ");
    }

    @Test
    void refusesWhatIngestRefuses() {
        assertThat(text("empty.txt", " \n").at("/error/code").asString()).isEqualTo("empty-body");
    }

    private static void assertItem(JsonNode line, String uri, long version, String status, String outcome) {
        assertThat(line.path("outcome").asString()).isEqualTo(outcome);
        assertThat(line.path("error").isMissingNode()).isTrue();
        assertThat(line.path("items")).hasSize(1);
        JsonNode item = line.at("/items/0");
        assertThat(item.path("uri").asString()).isEqualTo(uri);
        assertThat(item.path("version").asLong()).isEqualTo(version);
        assertThat(item.path("status").asString()).isEqualTo(status);
        assertThat(item.path("outcome").asString()).isEqualTo(outcome);
    }

    private JsonNode sample(String name) {
        return line(new Input.OfFile(SAMPLES.resolve(name).toString(), null));
    }

    private JsonNode text(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return line(new Input.OfDocument(name, new PushedDocument(content, MediaType.PLAIN_TEXT, null, null)));
    }

    private JsonNode line(Input input) {
        return EventJson.mapper().readTree(dryRun.enrich(input).text());
    }
}

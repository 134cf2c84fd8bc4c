package org.copyflow.formats.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NinjsReaderTest {

    private final NinjsReader reader = new NinjsReader();

    @Test
    void readsTheFirstBranch() {
        SourceArticle article = article("one.json");

        assertThat(article.title()).isEqualTo("Harbour freezes");
        assertThat(article.bylineText()).isEqualTo("By Ann Lee and Bo Falk");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("Ann Lee", "Bo Falk");
        assertThat(article.publisher()).isEqualTo("Test Desk");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-17T05:00:00Z"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T08:30:00+02:00"));
        assertThat(article.blocks())
                .containsExactly(
                        TextBlock.paragraph("Ice covers the harbour."), TextBlock.paragraph("It is 4 cm thick."));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", "Cara Holm"));
        assertThat(article.notes()).containsExactly(new Note(Note.Kind.EDITOR, "Adds temperature."));
    }

    @Test
    void readsSubjectsWhoeverCodedThem() {
        assertThat(article("one.json").topics())
                .containsExactly(
                        new ArticleTopic("medtop:20001128", "weather forecast", 1),
                        new ArticleTopic("medtop:20000440", "wetlands", 1),
                        new ArticleTopic("http://desk.test/cat/ice", "Ice", 0.8));
    }

    @Test
    void readsTheSecondBranch() {
        SourceArticle article = article("two.json");

        assertThat(article.title()).isEqualTo("The main headline");
        assertThat(article.bylines()).containsExactly(new Byline("Eve Moss", "author"));
        assertThat(article.publisher()).isEqualTo("Moss Desk");
        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("This one."));
        assertThat(article.captions()).containsExactly(new Caption("A caption.", "Finn Orr / Desk"));
        assertThat(article.topics()).containsExactly(new ArticleTopic("medtop:20000440", "wetlands", 0.62));
        assertThat(article.updatedAt()).isNull();
    }

    @Test
    void readsTheThirdBranch() {
        SourceArticle article = article("three.json");

        assertThat(article.title()).isEqualTo("Third");
        assertThat(article.bylines()).containsExactly(new Byline("Gil Hart", "author"));
        assertThat(article.blocks())
                .containsExactly(TextBlock.paragraph("First line."), TextBlock.paragraph("Second line."));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T08:30:00Z"));
    }

    @Test
    void keepsWhatAnArticleHasNoFieldFor() {
        assertThat(rest("one.json").propertyNames()).containsExactly("type", "associations");
        JsonNode rest = rest("two.json");
        assertThat(rest.propertyNames())
                .containsExactly("standard", "type", "headlines", "infosources", "bodies", "associations");
        assertThat(rest.path("bodies")).hasSize(1);
        assertThat(rest.at("/bodies/0/role").asString()).isEqualTo("abstract");
        assertThat(rest("three.json").at("/people/1/name").asString()).isEqualTo("Ida Juhl");
    }

    @Test
    void identifiesAnItem() {
        assertThat(reader.identify(fixture("three.json")))
                .isEqualTo(new ItemIdentity(
                        "urn:desk.test:9",
                        2L,
                        Instant.parse("2026-11-17T08:30:00Z"),
                        ArticleStatus.WITHHELD,
                        Instant.parse("2026-11-20T06:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.json", "two.json", "three.json"})
    void identifiesAnItemAsItReadsIt(String file) {
        assertThat(reader.identify(fixture(file)))
                .isEqualTo(reader.read(fixture(file)).identity());
    }

    @Test
    void readsAKillWithoutABody() {
        var kill = json("{\"uri\":\"urn:x\",\"version\":\"2\",\"pubstatus\":\"canceled\"}");

        assertThat(reader.read(kill).identity().status()).isEqualTo(ArticleStatus.CANCELED);
    }

    @Test
    void takesSuperdesksNameForTheUri() {
        assertThat(reader.identify(json("{\"guid\":\"urn:s\",\"headline\":\"H\",\"body_html\":\"<p>T</p>\"}"))
                        .uri())
                .isEqualTo("urn:s");
    }

    @Test
    void leadsWithTheFirstPictureOnTheWeb() {
        var item = json(
                "{\"uri\":\"urn:x\",\"body_text\":\"t\",\"associations\":{\"main\":{\"uri\":\"urn:p\",\"type\":\"picture\","
                        + "\"description_text\":\"Ice.\",\"byline\":\"Bo Falk\",\"renditions\":{\"small\":{\"href\":\"p.jpg\"},"
                        + "\"big\":{\"href\":\"https://desk.test/p.jpg\"}}}}}");

        assertThat(reader.read(item).articles().getFirst().leadImage())
                .isEqualTo(new LeadImage("https://desk.test/p.jpg", null, "Ice.", "Bo Falk", null, null));
    }

    @Test
    void readsAnItemThatItsCallerNames() {
        var item = json("{\"headline\":\"Anonymous\",\"body_html\":\"<p>Text.</p>\"}");

        assertThat(reader.read(item).articles().getFirst().title()).isEqualTo("Anonymous");
        assertThat(reader.identify(item).uri()).isNull();
    }

    @Test
    void readsTheDescriptionOfATextWithoutABody() {
        var item = json("{\"uri\":\"urn:x\",\"type\":\"text\",\"headline_main\":\"H\","
                + "\"descriptions\":[{\"role\":\"text\",\"value\":\"One paragraph.\"}]}");

        SourceArticle article = reader.read(item).articles().getFirst();

        assertThat(article.title()).isEqualTo("H");
        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("One paragraph."));
    }

    @Test
    void mendsHalfACharacter() {
        var item = json("{\"uri\":\"urn:x\",\"headline\":\"a \\ud83d b\",\"body_text\":\"t\"}");

        assertThat(reader.read(item).articles().getFirst().title()).isEqualTo("a \uFFFD b");
    }

    @Test
    void believesACharsetThatIsNamed() {
        var item = new PushedDocument(
                "{\"uri\":\"urn:x\",\"headline\":\"湿地\",\"body_text\":\"鹤\"}".getBytes(Charset.forName("GB18030")),
                MediaType.parse("application/json; charset=gb18030"),
                null,
                null);

        assertThat(reader.read(item).articles().getFirst().title()).isEqualTo("湿地");
    }

    @Test
    void saysWhatAnObjectLacksToBeNinjs() {
        assertUnreadable("{\"orderId\":5,\"customer\":\"x\"}", "not-ninjs", "no uri", "orderid, customer");
        assertUnreadable("[1,2]", "not-ninjs", "no object");
        assertUnreadable("", "not-ninjs", "empty");
    }

    @Test
    void refusesAnItemWithoutABody() {
        assertUnreadable(
                "{\"uri\":\"urn:x\",\"type\":\"picture\",\"headline\":\"A picture\"}", "not-an-article", "'picture'");
    }

    @Test
    void refusesAnEmbargoItCannotRead() {
        assertUnreadable(
                "{\"uri\":\"urn:x\",\"embargoed\":\"tomorrow\",\"body_text\":\"t\"}", "unreadable-embargo", "tomorrow");
        assertUnreadable("{\"uri\":\"urn:x\",\"embargoed\":\"\",\"body_text\":\"t\"}", "unreadable-embargo", "''");
    }

    @Test
    void refusesAStatusItDoesNotKnow() {
        assertUnreadable("{\"uri\":\"urn:x\",\"pubstatus\":\"maybe\",\"body_text\":\"t\"}", "unknown-status", "maybe");
    }

    @Test
    void refusesWhatBreaksTheStandardWhereTheArticleWouldBeWrong() {
        assertUnreadable("{\"uri\":[\"urn:x\"],\"headline\":\"H\",\"body_text\":\"t\"}", "invalid-ninjs", "/uri: ");
        assertUnreadable(
                "{\"uri\":\"urn:x\",\"headline\":[\"H\"],\"body_text\":\"t\"}", "invalid-ninjs", "/headline: ");
        assertUnreadable("{\"uri\":\"urn:x\",\"body_text\":[\"t\"]}", "invalid-ninjs", "/body_text: ");
        assertUnreadable(
                "{\"uri\":\"urn:x\",\"bodies\":[{\"value\":{}}]}", "invalid-ninjs", "ninjs 2.x", "/bodies/0/value: ");
    }

    @Test
    void warnsOfWhatBreaksTheStandardElsewhere() {
        var item = json("{\"uri\":\"urn:x\",\"body_text\":\"t\",\"genre\":[{\"name\":1}, {\"name\":2}],"
                + "\"expires\":\"soon\",\"person\":\"Ann Lee\",\"own_field\":7,\"located\":null}");

        assertThat(reader.read(item).warnings())
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).startsWith("ninjs 1.x at /genre/0/name: "),
                        second -> assertThat(second).startsWith("ninjs 1.x at /expires: "),
                        third -> assertThat(third).startsWith("ninjs 1.x at /person: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.json", "two.json", "three.json"})
    void findsNoFaultInWhatTheStandardAllows(String file) {
        assertThat(reader.read(fixture(file)).warnings()).isEmpty();
    }

    @Test
    void warnsOnceOfManyFaults() {
        var item = json("{\"uri\":\"urn:x\",\"body_text\":\"t\",\"subject\":[" + "7,".repeat(400_000) + "7]}");

        assertThat(reader.read(item).warnings()).hasSize(1);
    }

    @Test
    void aHugeVersionSaysNothing() {
        var item = json("{\"uri\":\"urn:x\",\"version\":\"" + "9".repeat(50) + "\",\"body_text\":\"t\"}");

        assertThat(reader.identify(item).version()).isNull();
    }

    private void assertUnreadable(String json, String code, String... says) {
        assertThatThrownBy(() -> reader.read(json(json)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(says);
    }

    private SourceArticle article(String file) {
        return reader.read(fixture(file)).articles().getFirst();
    }

    private JsonNode rest(String file) {
        return Objects.requireNonNull(article(file).extensions().get("ninjs"));
    }

    private static PushedDocument json(String text) {
        return new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.JSON, null, null);
    }

    private static PushedDocument fixture(String name) {
        try (InputStream stream = NinjsReaderTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.JSON, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

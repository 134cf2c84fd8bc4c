package org.copyflow.formats.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
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
import org.copyflow.formats.json.SafeJson;
import org.junit.jupiter.api.Test;

class JsonLdReaderTest {

    private final JsonLdReader reader = new JsonLdReader();

    @Test
    void readsTheArticleOfAGraph() {
        SourceArticle article = reader.read(fixture()).articles().getFirst();

        assertThat(article.title()).isEqualTo("Ice in the harbour");
        assertThat(article.publisher()).isEqualTo("Harbour News");
        assertThat(article.section()).isEqualTo("Harbour");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.url()).isEqualTo("https://harbour.test/ice.html");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("Ann Lee", "Bo Falk");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-17T08:00:00+01:00"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T09:00:00+01:00"));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", "Cara Holm"));
        assertThat(article.leadImage())
                .isEqualTo(new LeadImage(
                        "https://harbour.test/ice.jpg", null, "Ice at the pier.", "Cara Holm", null, null));
        assertThat(article.notes()).containsExactly(new Note(Note.Kind.CORRECTION, "The ice is 4 cm thick, not 40."));
        assertThat(article.blocks())
                .containsExactly(
                        TextBlock.paragraph("Ice covers the harbour."), TextBlock.paragraph("It is 4 cm thick."));
        assertThat(Objects.requireNonNull(article.extensions().get("jsonLd")).propertyNames())
                .contains("alternativeHeadline", "keywords", "author")
                .doesNotContain("headline", "articleBody");
    }

    @Test
    void identifiesAnItemAsItReadsIt() {
        var identity = new ItemIdentity(
                "https://harbour.test/ice.html", 3L, Instant.parse("2026-11-17T08:00:00Z"), ArticleStatus.USABLE, null);

        assertThat(reader.identify(fixture())).isEqualTo(identity);
        assertThat(reader.read(fixture()).identity()).isEqualTo(identity);
    }

    @Test
    void isKnownByItsContext() {
        assertThat(reader.readsRoot(SafeJson.root(fixture()))).isTrue();
        assertThat(reader.readsRoot(SafeJson.root(json("[{\"@context\":\"http://schema.org/\"}]"))))
                .isTrue();
        assertThat(reader.readsRoot(SafeJson.root(json("{\"uri\":\"urn:x\"}")))).isFalse();
    }

    @Test
    void refusesWhatHoldsNoTextOfAnArticle() {
        assertRefused("{\"@context\":\"https://schema.org\",\"@type\":\"Recipe\"}", "no article of schema.org");
        assertRefused(
                "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"H\"}", "articleBody");
    }

    private void assertRefused(String json, String says) {
        assertThatThrownBy(() -> reader.read(json(json)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("not-an-article"))
                .hasMessageContaining(says);
    }

    private static PushedDocument json(String text) {
        return new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.JSON, null, null);
    }

    private static PushedDocument fixture() {
        try (InputStream stream = JsonLdReaderTest.class.getResourceAsStream("article.json")) {
            assertThat(stream).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.JSON, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.copyflow.formats.jsonfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.json.SafeJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonFeedReaderTest {

    private final JsonFeedReader reader = new JsonFeedReader();

    @Test
    void readsWhatAnArticleHolds() {
        SourceArticle article = reader.read(fixture()).articles().getFirst();

        assertThat(article.title()).isEqualTo("Ice in the harbour");
        assertThat(article.publisher()).isEqualTo("Harbour News");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.url()).isEqualTo("https://harbour.test/ice.html");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("Ann Lee", "Bo Falk");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-17T08:00:00+01:00"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T09:00:00+01:00"));
        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("Ice covers the harbour."));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", null));
        assertThat(Objects.requireNonNull(article.leadImage()).url()).isEqualTo("https://harbour.test/ice.jpg");
    }

    @Test
    void keepsWhatAnArticleHasNoFieldFor() {
        JsonNode rest = Objects.requireNonNull(
                reader.read(fixture()).articles().getFirst().extensions().get("jsonFeed"));

        assertThat(rest.propertyNames()).containsExactly("summary", "image", "authors", "tags", "attachments", "_desk");
    }

    @Test
    void takesFromTheFeedWhatAnItemDoesNotSay() {
        SourceArticle article = reader.read(fixture()).articles().get(1);

        assertThat(article.title()).isNull();
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("The Desk");
        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("Fog."), TextBlock.paragraph("More fog."));
    }

    @Test
    void splitsAFeedIntoItsItems() {
        List<PushedDocument> items = reader.split(fixture());

        assertThat(items)
                .extracting(item -> reader.identify(item).uri())
                .containsExactly("https://harbour.test/ice", "9");
        assertThat(reader.identify(items.getFirst()).versionCreated()).isEqualTo(Instant.parse("2026-11-17T08:00:00Z"));
        assertThat(items)
                .allSatisfy(item -> assertThat(
                                reader.read(item).articles().getFirst().publisher())
                        .isEqualTo("Harbour News"));
    }

    @Test
    void knowsAFeedOfSeveralByItsAddress() {
        assertThat(reader.identify(fixture()).uri()).isEqualTo("https://harbour.test/feed.json");
    }

    @Test
    void isKnownByItsVersion() {
        assertThat(reader.readsRoot(SafeJson.root(fixture()))).isTrue();
        assertThat(reader.readsRoot(SafeJson.root(json("{\"version\":\"3\",\"items\":[]}"))))
                .isFalse();
    }

    @Test
    void refusesAFeedThatHoldsNothing() {
        assertCode("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[]}", "empty-feed");
        assertCode("{\"version\":\"https://jsonfeed.org/version/1\"}", "unreadable-feed");
        assertCode("[]", "unreadable-feed");
        assertCode(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + "{},".repeat(1_000) + "{}]}",
                "too-many-items");
    }

    private void assertCode(String json, String code) {
        assertThatThrownBy(() -> reader.read(json(json)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void doesNotRepeatWithoutEndWhatAFeedSaysOfItself() {
        String about =
                IntStream.range(0, 50_000).mapToObj(i -> "\"_" + i + "\":1,").collect(Collectors.joining());
        String items = "{\"id\":\"a\"},".repeat(500) + "{\"id\":\"b\"}";

        assertThatThrownBy(() -> reader.split(json("{" + about + "\"items\":[" + items + "]}")))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("too-large"));
    }

    private static PushedDocument json(String text) {
        return new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.JSON, null, null);
    }

    private static PushedDocument fixture() {
        try (InputStream stream = JsonFeedReaderTest.class.getResourceAsStream("feed.json")) {
            assertThat(stream).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.JSON, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

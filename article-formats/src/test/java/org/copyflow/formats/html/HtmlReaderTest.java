package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

    private final HtmlReader reader = new HtmlReader();

    @Test
    void readsTheFactsThatAPageStates() {
        SourceArticle article = read(Fixtures.text("harbour.html"));

        assertThat(article.title()).isEqualTo("Ferry harbour to be dredged before winter");
        assertThat(article.bylines())
                .containsExactly(
                        new Byline("Maren Oduya", Byline.AUTHOR), new Byline("Tom Bellweather", Byline.AUTHOR));
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-09-14T07:30:00+01:00"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-09-14T11:05:00+01:00"));
        assertThat(article.publisher()).isEqualTo("The Coast Record");
        assertThat(article.section()).isEqualTo("Local news");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.url()).isEqualTo("https://coast-record.example/news/ferry-harbour-dredged");
        assertThat(article.evidence()).containsEntry("title", "h1").containsEntry("bylines", "json-ld author");
    }

    @Test
    void keepsTheBodyAndLeavesTheFurniture() {
        SourceArticle article = read(Fixtures.text("harbour.html"));

        assertThat(article.blocks())
                .extracting(TextBlock::text)
                .startsWith(
                        "The harbour board voted on Monday to dredge the ferry channel before the first winter storms,"
                                + " ending two years of argument over who should pay for the work.")
                .contains("Who pays")
                .noneMatch(text -> text.contains("cookies") || text.contains("All rights reserved"));
    }

    @Test
    void identifiesAPageByItsCanonicalUrl() {
        var identity = reader.identify(document(Fixtures.text("harbour.html")));

        assertThat(identity.uri()).isEqualTo("https://coast-record.example/news/ferry-harbour-dredged");
    }

    @Test
    void readsAChinesePageWithCmsProperties() {
        SourceArticle article = read(Fixtures.text("tunnel-zh.html"));

        assertThat(article.title()).isEqualTo("跨海隧道海底段全线贯通");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-05-11T08:16:20"));
        assertThat(article.evidence()).containsEntry("publishedAt", "enpproperty date");
        assertThat(article.blocks())
                .hasSize(4)
                .first()
                .extracting(TextBlock::text)
                .asString()
                .startsWith("本报讯");
    }

    @Test
    void keepsCaptionsApartWithTheirCredits() {
        SourceArticle article = read(Fixtures.text("harbour.html"));

        assertThat(article.captions())
                .containsExactly(new Caption("The north quay at low tide on Sunday.", "Ines Harrow"));
    }

    @Test
    void saysWhyAPageIsNoArticle() {
        assertThatThrownBy(() -> read("<html><body><nav><a href='/'>Home</a></nav></body></html>"))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("not-an-article"))
                .hasMessageContaining("1 stretches of text");
    }

    @Test
    void readsWindows1252ThatIsDeclaredAndThatIsNot() {
        String html = Fixtures.text("harbour.html")
                .replace("utf-8", "windows-1252")
                .replace("“", "\"")
                .replace("”", "\"");
        var document = new PushedDocument(html.getBytes(Charset.forName("windows-1252")), MediaType.HTML, null, null);

        assertThat(reader.read(document).articles().getFirst().blocks())
                .extracting(TextBlock::text)
                .anyMatch(text -> text.contains("the board’s chair, Lotte Marsh"));
    }

    private SourceArticle read(String html) {
        return reader.read(document(html)).articles().getFirst();
    }

    private static PushedDocument document(String html) {
        return new PushedDocument(html.getBytes(StandardCharsets.UTF_8), MediaType.HTML, null, null);
    }
}

package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
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
    void takesTheHeadingOfAPageThatStatesNoTitle() {
        SourceArticle article =
                read("<body><main><h1>Harbour opens to all</h1><p>The harbour opened on Monday after four"
                        + " years of work, and the first ferry left with ninety passengers.</p></main></body>");

        assertThat(article.title()).isEqualTo("Harbour opens to all");
        assertThat(article.evidence()).containsEntry("title", "h1");
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
    void givesATimeInUtcTheOffsetOfTheClockThatThePageShows() {
        SourceArticle article = read(dated("2026-03-04T22:15:20Z", "2026-03-04T22:15:20Z", "5 March 2026, 9:15 am"));

        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-03-05T09:15:20+11:00"));
    }

    @Test
    void takesTheShownTimeOfAPageThatWasPublishedAnewWithinDays() {
        assertThat(read(dated("2026-03-04T22:15:20Z", "2026-03-06T07:00:00Z", "6 March 2026"))
                        .publishedAt())
                .isEqualTo(new StatedTime("2026-03-06T07:00:00Z"));
    }

    @Test
    void takesALaterUpdateOnlyWhereItIsShownAsTheOnlyDate() {
        assertThat(read(dated("2024-03-04T22:15:20Z", "2026-03-06T07:00:00Z", "Updated 6 March 2026"))
                        .publishedAt())
                .isEqualTo(new StatedTime("2024-03-04T22:15:20Z"));
        assertThat(read(dated("2024-03-04T22:15:20Z", "2026-03-06T07:00:00Z", "4 March 2024, 6 March 2026"))
                        .publishedAt())
                .isEqualTo(new StatedTime("2024-03-04T22:15:20Z"));
        assertThat(read(dated("2024-03-04T22:15:20Z", "2026-03-06T07:00:00Z", "6 March 2026"))
                        .publishedAt())
                .isEqualTo(new StatedTime("2026-03-06T07:00:00Z"));
    }

    private static String dated(String published, String modified, String shown) {
        return Fixtures.text("appended.html")
                .replace("4 May 2026", shown)
                .replace(
                        "</head>",
                        "<meta property='article:published_time' content='" + published + "'>"
                                + "<meta property='article:modified_time' content='" + modified + "'></head>");
    }

    @Test
    void leavesOutAnArticleThatThePageAppends() {
        SourceArticle article = read(Fixtures.text("appended.html"));

        assertThat(article.title()).isEqualTo("Lighthouse keepers return to Skarnholm");
        assertThat(article.blocks())
                .extracting(TextBlock::text)
                .anyMatch(text -> text.contains("climbed the 212 steps"))
                .noneMatch(text -> text.contains("bakery"));
    }

    @Test
    void keepsTheEntriesOfALiveBlogWithTheirHeadings() {
        SourceArticle article = read(Fixtures.text("live.html"));

        assertThat(article.blocks())
                .contains(new TextBlock(Block.Type.HEADING, "First boats leave the harbour"))
                .contains(new TextBlock(Block.Type.HEADING, "Wind drops at the northern mark"))
                .extracting(TextBlock::text)
                .anyMatch(text -> text.contains("eleven boats crossed the line"))
                .anyMatch(text -> text.contains("under four knots"));
    }

    @Test
    void keepsNotesCaptionsAndBylinesApart() {
        SourceArticle article = read(Fixtures.text("old-table.html"));

        assertThat(article.bylines()).containsExactly(new Byline("Edda Marlow", Byline.AUTHOR));
        assertThat(article.publisher()).isEqualTo("The Fenland Sentinel");
        assertThat(article.captions())
                .containsExactly(new Caption("The weir at Thornley after the flood.", "Piet Harrow"));
        assertThat(article.notes()).extracting(Note::kind).containsExactly(Note.Kind.CORRECTION);
        assertThat(article.blocks())
                .extracting(TextBlock::text)
                .noneMatch(text -> text.startsWith("From Edda") || text.contains("Tide table"));
    }

    @Test
    void namesTheEditorOfAChinesePage() {
        SourceArticle article = read(Fixtures.text("tunnel-zh.html"));

        assertThat(article.bylines()).contains(new Byline("何琳", Byline.EDITOR));
    }

    @Test
    void refusesErrorPagesLogInFormsAndSectionFronts() {
        assertThatThrownBy(() -> read("<title>Page not found</title><h1>Page not found</h1>"
                        + "<p>The page that you asked for was moved or never was here, we are sorry to say.</p>"))
                .hasMessageContaining("error page");
        assertThatThrownBy(() -> read("<title>Sign in</title><h1>Welcome back</h1><p>Enter your name and your password"
                        + " to read on, or register, it takes a minute.</p><form><input type=password></form>"))
                .hasMessageContaining("log in");
        String front = IntStream.range(0, 12)
                .mapToObj(HtmlReaderTest::teaser)
                .collect(Collectors.joining("", "<title>Local news</title><h1>Local news</h1>", ""));
        assertThatThrownBy(() -> read(front)).hasMessageContaining("list of links");
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

    private static String teaser(int number) {
        return "<div><h3><a href='/" + number + "'>The council of town " + number + " meets again</a></h3><p>In town "
                + number + " the councillors met on Monday, for the third time, to speak about the bridge.</p></div>";
    }

    private SourceArticle read(String html) {
        return reader.read(document(html)).articles().getFirst();
    }

    private static PushedDocument document(String html) {
        return new PushedDocument(html.getBytes(StandardCharsets.UTF_8), MediaType.HTML, null, null);
    }
}

package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.html.stated.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {

    private static final String PROSE = "<p>The harbour board voted on Monday to dredge the channel, which has been"
            .concat(" silting up for years, before the first of the winter storms can close it again.</p>");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <meta name='published_on' content='2024-03-05T08:00:00Z'> | 2024-03-05T08:00:00Z | published_on
            <meta name='date' content='2024-03-05'> | 2024-03-05 | date
            <script>var page = {"publishDate":"2024-03-05"}</script> | 2024-03-05 | script publishDate
            <script type='application/ld+json'>{"@type":"Article","datePublished":"2024-03-05",}}</script> | 2024-03-05 | script datePublished
            <script type='application/ld+json'>{"@type":"HowTo","datePublished":"2024-03-05"}</script> | 2024-03-05 | json-ld datePublished of another type
            <meta property='article:modified_time' content='2024-03-05'> | 2024-03-05 | article:modified_time
            """)
    void readsWhatTheHeadStates(String head, String day, String signal) {
        assertThat(published(page("en", head, "", ""))).isEqualTo(day + " " + signal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Updated 9 March 2024</p><p>Published: 5 March 2024</p> | text
            <p>Last change: 9 March 2024 - Published: 5 March 2024</p> | text
            <p>Last updated on:</p><p>9 March 2024</p><p>5 March 2024</p> | text
            <p>Updated <time datetime='2024-03-09'>9 March</time></p><p>5 March 2024</p> | text
            <p>Anna LindMar 5, 2024</p> | text
            <p>Updated <time>9 March 2024</time> <time>5 March 2024</time></p> | text
            <p><time class='updated' datetime='2024-03-09'></time><time datetime='2024-03-05'></time></p> | time
            <p><abbr class='published' title='2024-03-05'>today</abbr></p> | abbr title
            <p><time class='label-hidden'>05.03.2024</time></p> | time
            """)
    void prefersTheDayOfPublicationToThatOfAnUpdate(String shown, String signal) {
        assertThat(published(page("en", "", shown, ""))).isEqualTo("2024-03-05 " + signal);
    }

    @Test
    void takesTheDateOfTheAddressBeforeThoseOfCommentsAndQuotedPosts() {
        String after = "<blockquote><time datetime='2022-01-01'>x</time></blockquote>"
                + "<div class='comments'><p><time datetime='2024-04-01'>1 April 2024</time></p></div>";

        assertThat(published(page("en", "", "", after), "https://paper.example/2024/march/05/harbour"))
                .isEqualTo("2024-03-05 url");
    }

    @Test
    void prefersTheMonthThatTheAddressNames() {
        String after = "<p>Fair on 7 June 2024</p>" + PROSE + "<p>Printed 5 March 2024</p>";

        assertThat(published(page("en", "", "", PROSE.repeat(16) + after), "https://paper.example/2024/03/harbour"))
                .isEqualTo("2024-03-05 text");
    }

    @Test
    void givesATimeInUtcTheDayOfTheAddress() {
        String head = "<meta property='article:published_time' content='2024-03-06T02:30:00Z'>";

        assertThat(published(page("en", head, "", ""), "https://paper.example/2024/03/05/harbour"))
                .isEqualTo("2024-03-05 article:published_time, day of the url");
        assertThat(published(page("en", head, "", ""), "https://paper.example/2024/03/01/harbour"))
                .startsWith("2024-03-06T02:30:00Z ");
    }

    @Test
    void givesATimeInUtcTheOffsetOfTheSameMoment() {
        String head = "<meta property='article:published_time' content='2024-03-06T02:30:00Z'>";
        String shown = "<p><time datetime='2024-03-05T21:30:00-05:00'>yesterday</time></p>";

        assertThat(published(page("en", head, shown, "")))
                .isEqualTo("2024-03-05T21:30:00-05:00 article:published_time, offset of time");
    }

    @Test
    void believesTheShownDateBeforeALooseMetaTag() {
        String head = "<meta name='date' content='2024-03-09'>";

        assertThat(published(page("en", head, "<p>5 March 2024</p>", ""))).startsWith("2024-03-05 ");
    }

    @Test
    void believesTheStatementThatThePageShows() {
        String head = "<meta property='article:published_time' content='2023-01-01'>"
                + "<meta name='dc.date.issued' content='2024-03-05'>";

        assertThat(published(page("en", head, "<p>5 March 2024</p>", ""))).isEqualTo("2024-03-05 dc.date.issued");
    }

    @Test
    void readsDayAndMonthInTheOrderOfTheLanguageOrAsTheyAreShown() {
        assertThat(published(page("en-US", "", "<p>05/03/2024</p>", ""))).startsWith("2024-05-03 ");
        assertThat(published(page("en-GB", "", "<p>05/03/2024</p>", ""))).startsWith("2024-03-05 ");
        String head = "<meta property='article:published_time' content='03-05-2024'>";
        assertThat(published(page("en", head, "<p>March 5, 2024</p>", ""))).startsWith("2024-03-05 ");
    }

    @ParameterizedTest
    @CsvSource({"2099-12-30", "1985-12-30"})
    void doesNotBelieveADayThatIsFarFromToday(String day) {
        String head = "<meta property='article:published_time' content='" + day + "'>";

        assertThat(published(page("en", head, "<p>5 March 2024</p>", ""))).startsWith("2024-03-05 ");
        assertThat(published(page("en", head, "", ""))).isEmpty();
    }

    private static String page(String language, String head, String shown, String after) {
        return "<html lang='" + language + "'><head><title>Harbour to be dredged</title>" + head + "</head><body>"
                + "<h1>Harbour to be dredged</h1>" + shown + PROSE + after + "</body></html>";
    }

    /// The time and the signal it was taken from, empty where there is none.
    private static String published(String html) {
        return published(html, "https://paper.example/harbour");
    }

    private static String published(String html, String url) {
        var document = new PushedDocument(html.getBytes(StandardCharsets.UTF_8), MediaType.HTML, url, null);
        Fact<StatedTime> fact = HtmlPage.of(document).facts().publishedAt();
        return fact == null ? "" : fact.value() + " " + fact.signal();
    }
}

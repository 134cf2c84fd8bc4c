package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that hold no article, each with the reason that it is refused for.
class NotAnArticleTest {

    private static final String BRIEF = "<p>The ferry sails again on Monday. The engine was mended in the yard, and the"
            + " crew has come back from its holidays.</p>";

    @ParameterizedTest
    @CsvSource({
        "author, the page of a person",
        "calendar, No text",
        "contact, a page to get in touch by",
        "contact-plain, a form to write to somebody",
        "cookie-wall, asks for consent",
        "forum, questions and answers",
        "forum-index, No text",
        "front, No text",
        "gallery-index, No text",
        "headlines-only, No text",
        "login, a form to log in with",
        "not-found, an error page",
        "not-found-de, an error page",
        "not-found-teasers, a list of links",
        "paywall, No text",
        "product, a page to buy from",
        "register, a form to log in with",
        "robot-check, an error page",
        "search, a list of links",
        "search-nothing, answers a search",
        "section, a list of links",
        "section-zh, No text",
        "shop, No text",
        "table, No text",
        "tag, a list of",
        "video, No text",
        "video-playlist, No text",
        "weather, No text"
    })
    void refusesAPageWithoutAnArticle(String page, String reason) {
        String html = Fixtures.text("no-articles/" + page + ".html");

        assertThatThrownBy(() -> read(html))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(reason)
                .asInstanceOf(InstanceOfAssertFactories.type(UnreadableDocumentException.class))
                .extracting(UnreadableDocumentException::code)
                .isEqualTo("not-an-article");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action='/search'><input type='search' name='q'></form>",
                "<form id='commentform'><textarea name='comment'></textarea></form>",
                "<div class='cookie-banner'><p>We and our partners use cookies. Accept or refuse them.</p></div>",
                "<script type='application/ld+json'>{\"@type\": [\"Organization\"], \"name\": \"The Sound\"}</script>"
            })
    void readsAShortArticleBesideFurniture(String furniture) {
        assertThat(read("<h1>Ferry sails again</h1>" + BRIEF + furniture)).contains("The ferry sails again on Monday.");
    }

    @Test
    void believesAPageThatStatesAnArticleBesideAProduct() {
        String stated = "<script type='application/ld+json'>[{\"@type\": \"Product\", \"name\": \"Jacket\"},"
                + " {\"@type\": \"NewsArticle\", \"headline\": \"Ferry sails again\"}]</script>";

        assertThat(read(stated + "<h1>Ferry sails again</h1>" + BRIEF)).contains("The ferry sails again on Monday.");
    }

    private static String read(String html) {
        var document = new PushedDocument(
                html.getBytes(StandardCharsets.UTF_8), MediaType.parse("text/html; charset=utf-8"), null, null);
        return new HtmlReader().read(document).articles().getFirst().blocks().toString();
    }
}

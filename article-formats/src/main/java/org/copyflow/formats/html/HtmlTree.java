package org.copyflow.formats.html;

import java.io.Reader;
import java.util.function.Supplier;
import org.copyflow.formats.UnreadableDocumentException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Parses within limits. Thread-safe.
final class HtmlTree {

    /// Far beyond any article's page.
    static final int MAX_CHARS = 16 * 1024 * 1024;
    /// Deeper elements become their ancestors' children.
    private static final int MAX_DEPTH = 256;

    private HtmlTree() {}

    /// @param html within the limits
    static Document ofPage(Reader html, String baseUri) {
        return parsed(() -> parser().parseInput(html, baseUri));
    }

    static Document ofFragment(String html) {
        within(html.length());
        return parsed(() -> parser().parseInput(html, ""));
    }

    static void within(int chars) {
        if (chars > MAX_CHARS) {
            throw new UnreadableDocumentException(
                    "too-large",
                    "The page has " + chars + " characters, the limit is " + MAX_CHARS
                            + "; push the article's own page without what it embeds.");
        }
    }

    /// jsoup 1.24.1 steps over the end of its own list of formatting elements on some broken pages.
    private static Document parsed(Supplier<Document> parse) {
        try {
            return parse.get();
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableDocumentException(
                    "unreadable-html",
                    "The page's elements are nested in a way that the parser does not take; push it as its CMS writes"
                            + " it, or as text.",
                    e);
        }
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }
}

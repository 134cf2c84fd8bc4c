package org.copyflow.formats.html;

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

    static Document ofPage(String html, String baseUri) {
        return parse(html, baseUri);
    }

    static Document ofFragment(String html) {
        return parse(html, "");
    }

    private static Document parse(String html, String baseUri) {
        if (html.length() > MAX_CHARS) {
            throw new UnreadableDocumentException(
                    "too-large",
                    "The page has " + html.length() + " characters, the limit is " + MAX_CHARS
                            + "; push the article's own page without what it embeds.");
        }
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, baseUri);
    }
}

package org.copyflow.formats.html;

import com.sun.management.ThreadMXBean;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.function.Supplier;
import org.copyflow.formats.UnreadableDocumentException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// Parses within limits. Thread-safe.
final class HtmlTree {

    /// Far beyond any article's page.
    static final int MAX_CHARS = 16 * 1024 * 1024;
    /// Deeper elements become their ancestors' children.
    private static final int MAX_DEPTH = 256;
    /// Pages take 5 to 10 bytes a character; of 1,127 honest ones none took more than 10 MB.
    private static final int MAX_MEGABYTES = 128;
    /// A head's `<noscript>` holds a few elements, its `<template>` anything.
    private static final int MAX_INNER_ELEMENTS = 100;

    private HtmlTree() {}

    /// @param html within the limit of characters
    static Document ofPage(Reader html, String baseUri) {
        return parsed(() -> parser().parseInput(new Metered(html), baseUri));
    }

    static Document ofFragment(String html) {
        within(html.length());
        return parsed(() -> parser().parseInput(new Metered(new StringReader(html)), ""));
    }

    /// The tree up to where the page's body begins: nothing in a head is multiplied as [Metered] says.
    static Document ofHead(String html) {
        return parsed(() -> {
            try (var parser = new StreamParser(parser()).parse(html, "")) {
                int inner = 0;
                for (Iterator<Element> ended = parser.iterator(); ended.hasNext() && inner < MAX_INNER_ELEMENTS; ) {
                    Element element = ended.next();
                    if (element.nameIs("head")) {
                        break;
                    }
                    Element parent = element.parent();
                    inner += parent != null && parent.nameIs("head") ? 0 : 1;
                }
                return parser.document();
            }
        });
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

    /// Stops a parse that takes more memory than a page may. What a parser makes of a page has no bound in its
    /// length: it copies unclosed `<b>` and `<i>` into each block that follows, attributes and all, and one that
    /// ends in the wrong place through all the blocks in between. What the thread has allocated since the parse
    /// began counts that, whatever it is. On a virtual thread nothing is counted.
    private static final class Metered extends FilterReader {

        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private static final long MAX_BYTES = MAX_MEGABYTES * 1_048_576L;

        private final long begun = THREADS.getCurrentThreadAllocatedBytes();

        Metered(Reader html) {
            super(html);
        }

        /// Asked for every thousand characters or so.
        @Override
        public int read(char[] out, int offset, int length) throws IOException {
            if (THREADS.getCurrentThreadAllocatedBytes() - begun > MAX_BYTES) {
                throw new UnreadableDocumentException(
                        "too-large",
                        "The page takes more than " + MAX_MEGABYTES + " MB of memory to parse: it has too many"
                                + " elements or attributes, or repeats those that are never closed. Push it as its CMS"
                                + " writes it, or as text.");
            }
            return super.read(out, offset, length);
        }
    }
}

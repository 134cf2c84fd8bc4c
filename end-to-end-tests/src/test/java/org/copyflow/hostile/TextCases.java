package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.filled;
import static org.copyflow.hostile.HostileCase.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Pages, Markdown and plain text that try to exhaust a parser, or are not in the charset that they claim.
final class TextCases {

    private static final String HTML = "text/html";
    private static final String MARKDOWN = "text/markdown";
    private static final String TEXT = "text/plain";
    private static final int DEEP = 100_000;

    private TextCases() {}

    static List<HostileCase> all() {
        return Stream.of(pages(), markdown(), plainText()).flatMap(List::stream).toList();
    }

    private static List<HostileCase> pages() {
        return List.of(
                push(HTML, "<div>".repeat(DEEP) + "x" + "</div>".repeat(DEEP))
                        .gets("html", "100,000 nested elements", "202 dead-lettered: not-an-article"),
                push(HTML, "<table><tr><td>".repeat(20_000))
                        .gets("html", "20,000 nested tables", "202 dead-lettered: not-an-article"),
                push(HTML, "<b><i>".repeat(DEEP) + "x")
                        .gets("html", "200,000 open formatting elements", "202 dead-lettered: not-an-article"),
                push(HTML, "<".repeat(1_000_000))
                        .gets("html", "a million angle brackets", "202 dead-lettered: not-an-article"),
                push(HTML, "<!--".repeat(500_000))
                        .gets("html", "a comment that never ends", "202 dead-lettered: not-an-article"),
                push(HTML, "<p " + "a=b ".repeat(DEEP) + ">x</p>")
                        .gets("html", "100,000 attributes", "202 dead-lettered: not-an-article"),
                push(HTML, "<script>" + "x".repeat(4_000_000) + "</script>")
                        .gets("html", "a script of 4 MB and nothing else", "202 dead-lettered: not-an-article"),
                push(HTML, "<script type=\"application/ld+json\">" + "[".repeat(DEEP) + "</script><p>x</p>")
                        .gets("html", "100,000 nested arrays in JSON-LD", "202 dead-lettered: not-an-article"),
                push(HTML, "<img src=\"data:image/png;base64," + "A".repeat(4_000_000) + "\">")
                        .gets("html", "a picture of 4 MB and no text", "202 dead-lettered: not-an-article"),
                push(HTML, "&" + "#x".repeat(DEEP) + ";")
                        .gets("html", "a reference that never ends", "202 dead-lettered: not-an-article"),
                push(HTML, "<meta charset=x-nobody><p>x</p>")
                        .gets("html", "a charset that nobody knows, in the page", "202 dead-lettered: not-an-article"),
                push(HTML, () -> filled(3_000_000, '\0'))
                        .gets("html", "three million NULs", "202 dead-lettered: not-an-article"));
    }

    private static List<HostileCase> markdown() {
        return List.of(
                push(MARKDOWN, "> ".repeat(DEEP) + "x")
                        .gets("markdown", "100,000 nested quotes", "202 dead-lettered: no-text"),
                push(MARKDOWN, "[".repeat(DEEP))
                        .gets("markdown", "100,000 open brackets", "202 dead-lettered: no-text"),
                push(MARKDOWN, "*a **b ".repeat(DEEP))
                        .gets("markdown", "200,000 open emphases", "202 dead-lettered: article-too-long"),
                push(MARKDOWN, "- ".repeat(DEEP) + "x")
                        .gets("markdown", "100,000 nested lists", "202 dead-lettered: no-text"),
                push(MARKDOWN, "`".repeat(DEEP) + "x")
                        .gets("markdown", "100,000 backticks", "202 dead-lettered: no-text"));
    }

    private static List<HostileCase> plainText() {
        return List.of(
                push(TEXT, "a\0b\u0007\u001b[2J".repeat(20))
                        .gets("text", "NULs and a terminal's orders", "202 published"),
                push(TEXT, () -> new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'b'})
                        .gets("text", "half of a surrogate pair", "400 invalid-encoding"),
                push(TEXT, () -> new byte[] {'a', (byte) 0xc0, (byte) 0xaf, 'b'})
                        .gets("text", "an overlong slash", "400 invalid-encoding"),
                push(TEXT, () -> "Le caf\u00e9 est ouvert".getBytes(StandardCharsets.ISO_8859_1))
                        .gets("text", "Latin 1 without a charset", "400 invalid-encoding"),
                push("text/plain; charset=us-ascii", "Le caf\u00e9 est ouvert")
                        .gets("text", "not in the charset that it claims", "400 invalid-encoding"),
                push("text/plain; charset=x-nobody", "x")
                        .gets("text", "a charset that nobody knows", "400 unknown-charset"),
                push("text/plain; charset=\"../../etc/passwd\"", "x")
                        .gets("text", "a path for a charset", "400 unknown-charset"),
                push(TEXT, "x".repeat(4_000_000))
                        .gets("text", "a word of 4 million letters", "202 dead-lettered: article-too-long"),
                push(TEXT, "\u202e\u2066".repeat(DEEP)).gets("text", "200,000 changes of direction", "202 published"),
                push(TEXT, " \n".repeat(1_000_000)).gets("text", "a million empty lines", "400 empty-body"),
                push(TEXT, "").gets("text", "nothing", "400 empty-body"),
                push("application/pdf", "%PDF-1.7").gets("type", "a type that nobody reads", "415 unknown-media-type"),
                push("text/html/evil", "x").gets("type", "no type at all", "415 unknown-media-type"),
                push("image/svg+xml", "<svg onload=alert(1)>")
                        .gets("type", "a picture with a script", "415 unknown-media-type"));
    }
}

package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Feeds and NewsML-G2 that try to make a parser expand, fetch or dig.
final class XmlCases {

    private static final String RSS = "application/rss+xml";
    private static final String NEWSML = "application/vnd.iptc.g2.newsitem+xml";
    private static final int DEEP = 100_000;

    private XmlCases() {}

    static List<HostileCase> all() {
        return Stream.of(entities(), trees(), broken()).flatMap(List::stream).toList();
    }

    private static List<HostileCase> entities() {
        return List.of(
                push(RSS, billionLaughs()).gets("xml", "billion laughs", "422 xml-doctype"),
                push(RSS, quadratic()).gets("xml", "one long entity, 10,000 times", "422 xml-doctype"),
                push(RSS, doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"))
                        .gets("xml", "external entity: a file", "422 xml-doctype"),
                push(RSS, doctype("<!ENTITY x SYSTEM \"http://169.254.169.254/latest/meta-data\">", "&x;"))
                        .gets("xml", "external entity: an address inside", "422 xml-doctype"),
                push(RSS, doctype("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;", "y"))
                        .gets("xml", "external parameter entity", "422 xml-doctype"),
                push(RSS, "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\">" + rss("y"))
                        .gets("xml", "external document type", "422 xml-doctype"),
                push(RSS, rss("&undeclared;")).gets("xml", "an entity that nobody declared", "422 unreadable-xml"));
    }

    private static List<HostileCase> trees() {
        return List.of(
                push(RSS, rss("<a>".repeat(DEEP) + "x" + "</a>".repeat(DEEP)))
                        .gets("xml", "100,000 nested tags in a feed", "422 unreadable-xml"),
                push(
                                NEWSML,
                                "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"g\">"
                                        + "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "</newsItem>")
                        .gets("xml", "100,000 nested tags in NewsML-G2", "422 unreadable-xml"),
                push("application/xml", "<x>".repeat(DEEP))
                        .gets("xml", "100,000 tags that never end", "422 unknown-xml"),
                push(RSS, "<rss " + attributes() + ">" + rss("y").substring(4))
                        .gets("xml", "100,000 attributes", "422 unreadable-xml"),
                push(RSS, "<rss a=\"" + "a".repeat(1_000_000) + "\"/>")
                        .gets("xml", "an attribute of a million characters", "422 no-items"),
                push(RSS, "<" + "n".repeat(1_000_000) + "/>")
                        .gets("xml", "a name of a million characters", "422 unreadable-xml"),
                push(RSS, rss("cut").substring(0, 60)).gets("xml", "cut in the middle", "422 unreadable-xml"));
    }

    private static List<HostileCase> broken() {
        return List.of(
                push(RSS, rss("a\0b")).gets("xml", "a NUL", "422 unreadable-xml"),
                push(RSS, rss("a&#xD800;b"))
                        .gets("xml", "half of a surrogate pair, as a reference", "422 unreadable-xml"),
                push(RSS, rss("a&#0;b")).gets("xml", "a NUL, as a reference", "422 unreadable-xml"),
                push(
                                RSS,
                                () -> ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + rss("caf\u00e9"))
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .gets("xml", "Latin 1 that says UTF-8", "422 unreadable-xml"),
                push(RSS, "<?xml version=\"1.0\" encoding=\"x-nobody\"?>" + rss("y"))
                        .gets("xml", "an encoding that nobody knows", "400 unknown-charset"),
                push(RSS, rss("y", 5_000)).gets("xml", "a feed of 5,000 items", "413 too-many-items"),
                push(RSS, "<rss version=\"2.0\"><channel><title>t</title></channel></rss>")
                        .gets("xml", "a feed without an item", "422 no-items"),
                push(RSS, rss("y") + "<rss/>").gets("xml", "a second root element", "422 unreadable-xml"),
                push(RSS, "<html><body><p>Not a feed</p></body></html>")
                        .gets("xml", "a page that says it is a feed", "422 no-items"),
                push("application/xml", "<nobody><knows/></nobody>")
                        .gets("xml", "XML of an unknown kind", "422 unknown-xml"),
                push(RSS, rss("<![CDATA[" + "<".repeat(200_000) + "]]>"))
                        .gets("xml", "200,000 angle brackets in a feed's text", "202 published"));
    }

    static String billionLaughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return doctype(entities.toString(), "&l9;");
    }

    private static String quadratic() {
        return doctype("<!ENTITY a \"" + "a".repeat(100_000) + "\">", "&a;".repeat(10_000));
    }

    private static String doctype(String declarations, String text) {
        return "<!DOCTYPE rss [" + declarations + "]>" + rss(text);
    }

    private static String rss(String text) {
        return rss(text, 1);
    }

    private static String rss(String text, int items) {
        String item = "<item><guid>h</guid><title>t</title><description>" + text + "</description></item>";
        return "<rss version=\"2.0\"><channel><title>t</title>" + item.repeat(items) + "</channel></rss>";
    }

    private static String attributes() {
        return IntStream.range(0, DEEP).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
    }
}

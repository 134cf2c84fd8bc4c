package org.copyflow.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.feed.FeedReader;
import org.copyflow.formats.newsml.NewsmlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// XML made to hurt: each piece is refused with a code and a message, by the sniffing and by the whole reading.
class HostileXmlTest {

    private static final String LAUGHS = """
            <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <rss version="2.0"><channel><item><title>&d;</title></item></channel></rss>""";

    private static final Map<String, String> HOSTILE = Map.of(
            "billion laughs", LAUGHS,
            "external entity",
                    "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><item>"
                            + "<title>&f;</title></item></channel></rss>",
            "external document type", "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/rss.dtd\"><rss version=\"2.0\"/>",
            "parameter entity",
                    "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]><rss version=\"2.0\"/>",
            "undeclared entity",
                    "<rss version=\"2.0\"><channel><item><title>&undeclared;</title></item></channel></rss>",
            "100,000 nested elements", "<rss>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</rss>",
            "a NUL", "<rss version=\"2.0\"><channel><item><title>\0</title></item></channel></rss>",
            "cut short", "<rss version=\"2.0\"><channel><item><title>",
            "empty", "",
            "no XML", "Dear editor, please find my article below.");

    private final XmlReader reader = new XmlReader(List.of(new FeedReader(), new NewsmlReader()));

    @TestFactory
    Stream<DynamicTest> isRefusedWithACode() {
        return Stream.of("rss", "newsItem").flatMap(this::eachIsRefused);
    }

    @Test
    void saysOnceWhereAndWhatIsWrong() {
        assertThatThrownBy(() -> reader.read(xml("Dear editor")))
                .hasMessageStartingWith("The document is not well-formed XML (line 1, column 1): ")
                .hasMessageNotContaining("essage: ")
                .hasMessageNotContaining("ParseError");
    }

    /// @param root the root element, as `rss`, which decides who reads the piece
    private Stream<DynamicTest> eachIsRefused(String root) {
        return HOSTILE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatThrownBy(
                                        () -> reader.read(xml(entry.getValue().replace("rss", root))))
                                .isInstanceOfSatisfying(
                                        UnreadableDocumentException.class,
                                        e -> assertThat(e.code()).isIn("unreadable-xml", "xml-doctype"))));
    }

    @Test
    void tooManyAttributesAreRefused() {
        var attributes = new StringBuilder("<rss");
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }

        assertThatThrownBy(() -> reader.read(xml(attributes + "/>"))).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void tooManyPartsAreRefused() {
        assertUnreadable("<rss>" + "<a/>".repeat(CountedStream.MAX_PARTS + 1) + "</rss>", "500000 elements");
        assertUnreadable("<rss>" + "<a b='' c=''/>".repeat(200_000) + "</rss>", "500000 elements");
        assertUnreadable("<newsItem>" + "x<a/>".repeat(300_000) + "</newsItem>", "500000 elements");
    }

    @Test
    void aTextOrATagWithoutEndIsRefused() {
        String half = "x".repeat(LongStretches.MAX_CHARS / 2);

        assertUnreadable("<rss a='" + half + half + "'/>", "limit is 8388608");
        assertUnreadable("<rss>" + ("<![CDATA[<" + half + "]]>").repeat(2) + "</rss>", "limit is 8388608");
        assertThatCode(() -> SafeXml.tree(xml("<rss>" + ("<a>" + half + "</a>").repeat(3) + "</rss>")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAFeedSaysOfItselfIsNotRepeatedWithoutEnd() {
        String items = "<item><guid>g</guid></item>".repeat(500);
        String title = "<title>" + "<a/>".repeat(100_000) + "</title>";

        assertThatThrownBy(() -> reader.split(xml("<rss version='2.0'><channel>" + title + items + "</channel></rss>")))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("too-large"));
    }

    @Test
    void aMessageShowsThePlace() {
        assertThatThrownBy(() -> reader.read(xml("<rss version=\"2.0\">\n<channel></chanel></rss>")))
                .hasMessageContaining("line 2");
    }

    @Test
    void anUnknownRootIsNamed() {
        assertThatThrownBy(() -> reader.read(xml("<invoice xmlns='urn:x'/>")))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("unknown-xml"))
                .hasMessageContaining("{urn:x}invoice");
    }

    @Test
    void anUnknownCharsetIsNamed() {
        var document = new PushedDocument(
                "<rss/>".getBytes(StandardCharsets.UTF_8), MediaType.parse("text/xml; charset=klingon"), null, null);

        assertThatThrownBy(() -> reader.read(document))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("unknown-charset"))
                .hasMessageContaining("klingon");
    }

    @Test
    void theMediaTypesCharsetIsBelieved() {
        String feed = "<rss version=\"2.0\"><channel><item><title>运河博物馆</title></item></channel></rss>";
        var document = new PushedDocument(
                feed.getBytes(Charset.forName("GB18030")), MediaType.parse("text/xml; charset=gb2312"), null, null);

        assertThat(reader.read(document).articles().getFirst().title()).isEqualTo("运河博物馆");
    }

    private static void assertUnreadable(String xml, String says) {
        assertThatThrownBy(() -> SafeXml.tree(xml(xml)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("unreadable-xml"))
                .hasMessageContaining(says);
    }

    private static PushedDocument xml(String text) {
        return new PushedDocument(
                text.getBytes(StandardCharsets.UTF_8), MediaType.parse("application/xml"), null, null);
    }
}

package org.copyflow.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format in every charset that newsrooms send: named by the media type, told by a mark, or found by looking.
class CharsetsTest {

    private static final String CHINESE = "港口结冰了，渔船都停在岸边。气象台说，寒潮还要持续三天，气温会降到零下十度，请居民注意保暖。";
    private static final String TAIWANESE = "港口結冰了，漁船都停在岸邊。氣象臺說，寒潮還要持續三天，氣溫會降到零下十度，請居民注意保暖。";
    private static final String JAPANESE = "港が凍りました。漁船はすべて岸に止まっています。気象台によると、寒波はあと三日続く見込みです。";
    private static final String RUSSIAN =
            "Гавань замёрзла, и рыбацкие лодки стоят у берега. Холода продлятся ещё три дня, говорят метеорологи.";
    private static final String FRENCH =
            "Le port est gelé et les bateaux de pêche restent à quai. « Le froid durera trois jours », dit l’élève météo.";

    /// What is sent in each charset, and a label that senders give it.
    private static final List<Sent> TEXTS = List.of(
            new Sent("GB18030", "gb2312", CHINESE),
            new Sent("Big5", "big5", TAIWANESE),
            new Sent("Shift_JIS", "shift_jis", JAPANESE),
            new Sent("windows-1251", "windows-1251", RUSSIAN),
            new Sent("windows-1252", "iso-8859-1", FRENCH));

    private static final Map<String, String> DOCUMENTS = Map.of(
            "text/html",
            "<html><head><title>T</title></head><body><article><h1>T</h1><p>%1$s</p><p>%1$s</p><p>%1$s</p></article></body></html>",
            "text/markdown",
            "# T\n\n%1$s\n\n%1$s\n\n%1$s\n",
            "text/plain",
            "%1$s\n\n%1$s\n\n%1$s\n",
            "application/json",
            "{\"uri\":\"urn:x\",\"headline\":\"T\",\"body_text\":\"%s\"}",
            "application/feed+json",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"%s\"}]}",
            "application/ld+json",
            "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"articleBody\":\"%s\"}",
            "application/rss+xml",
            "<rss version=\"2.0\"><channel><title>C</title><item><title>T</title><description>%s</description></item></channel></rss>",
            "application/vnd.iptc.g2.newsitem+xml",
            "<newsItem guid=\"urn:x\"><contentSet><inlineData contenttype=\"text/plain\">%s</inlineData></contentSet></newsItem>",
            "application/x-nitf+xml",
            "<nitf><body><body.content><p>%s</p></body.content></body></nitf>");

    private final FormatReaders readers = KnownFormats.readers();

    /// @param charset what the bytes are
    /// @param label what the sender calls them
    record Sent(String charset, String label, String text) {}

    record Case(String mediaType, Sent sent) {}

    static Stream<Case> cases() {
        return DOCUMENTS.keySet().stream()
                .sorted()
                .flatMap(mediaType -> TEXTS.stream().map(sent -> new Case(mediaType, sent)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatTheMediaTypeNames(Case sent) {
        byte[] bytes = document(sent).getBytes(Charset.forName(sent.sent().charset()));

        assertRead(sent, bytes, sent.mediaType() + "; charset=" + sent.sent().label());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatNobodyNames(Case sent) {
        byte[] bytes = document(sent).getBytes(Charset.forName(sent.sent().charset()));

        assertRead(sent, bytes, sent.mediaType());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsUtf16WithAMarkAndWithout(Case sent) {
        for (String order : List.of("UTF-16LE", "UTF-16BE")) {
            byte[] bytes = document(sent).getBytes(Charset.forName(order));
            assertRead(sent, marked(bytes, order), sent.mediaType());
            boolean hasAscii =
                    !sent.mediaType().equals("text/plain") && !sent.mediaType().equals("text/markdown");
            if (hasAscii) {
                assertRead(sent, bytes, sent.mediaType());
            }
        }
    }

    private void assertRead(Case sent, byte[] bytes, String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        SourceArticle article = readers.of(type)
                .read(new PushedDocument(bytes, type, null, null))
                .articles()
                .getFirst();

        assertThat(article.blocks())
                .extracting(TextBlock::text)
                .contains(sent.sent().text());
    }

    private static String document(Case sent) {
        return String.format(
                DOCUMENTS.getOrDefault(sent.mediaType(), "%s"), sent.sent().text());
    }

    private static byte[] marked(byte[] bytes, String order) {
        var marked = new ByteArrayOutputStream();
        marked.writeBytes("\uFEFF".getBytes(Charset.forName(order)));
        marked.writeBytes(bytes);
        return marked.toByteArray();
    }
}

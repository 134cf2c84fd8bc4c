package org.copyflow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeGuessTest {

    @ParameterizedTest
    @CsvSource({
        "page.html, text/html",
        "PAGE.HTM, text/html",
        "notes.md, text/markdown",
        "item.ninjs.json, application/json",
        "lines.ndjson, application/x-ndjson",
        "news.rss, application/rss+xml",
        "folder.html/news.atom, application/atom+xml",
    })
    void trustsAnEndingThatDecides(String name, String expected) {
        assertThat(guess(name, "whatever the content is")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><head>|text/html",
                "<!-- saved --> <HTML lang='en'>|text/html",
                "<div>a fragment</div>|text/html",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>|text/html",
                "<?xml version='1.0'?><rss version='2.0'>|application/rss+xml",
                "<rdf:RDF xmlns:rdf='x'>|application/rss+xml",
                "<feed xmlns='http://www.w3.org/2005/Atom'>|application/atom+xml",
                "<?xml version='1.0'?><!-- by us --><newsItem guid='urn:x'>|application/vnd.iptc.g2.newsitem+xml",
                "<?xml version='1.0'?><unheard-of/>|application/xml",
                "{\"uri\": \"urn:x\"}|application/json",
                "[ {\"uri\": \"urn:x\"} ]|application/json",
                "%PDF-1.7|application/pdf",
            })
    void looksAtTheContentWhereTheEndingSaysNothing(String content, String expected) {
        assertThat(guess("file.txt", content)).isEqualTo(expected);
        assertThat(guess("file.unknown", "\n  " + content))
                .isEqualTo(content.startsWith("%PDF") ? "text/plain" : expected);
    }

    @Test
    void seesThroughUtf16AndTheEndingXml() {
        assertThat(MediaTypeGuess.of("a", "<?xml version='1.0'?><nitf/>".getBytes(StandardCharsets.UTF_16))
                        .type())
                .isEqualTo("application/x-nitf+xml");
        assertThat(MediaTypeGuess.of("a", "<rss version='2.0'/>".getBytes(StandardCharsets.UTF_16LE))
                        .type())
                .isEqualTo("application/rss+xml");
        assertThat(MediaTypeGuess.of("a.xml", "<NewsML/>".getBytes(StandardCharsets.UTF_8))
                        .type())
                .isEqualTo("application/xml");
    }

    @Test
    void tellsMarkdownFromPlainText() {
        assertThat(guess("page.txt", "\n\n# Council votes\n\nThe council voted.\n"))
                .isEqualTo("text/markdown");
        assertThat(guess("page.txt", "See [the plan](https://example.org/plan) for more.\n"))
                .isEqualTo("text/markdown");
        assertThat(guess("page.txt", "Home\nNews\n#budget is trending\nThe council voted.\n"))
                .isEqualTo("text/plain");
        assertThat(guess("page.txt", "The song\n# 1 in the charts\nis back.\n")).isEqualTo("text/plain");
        assertThat(guess("-", "[Reuters] {not json}")).isEqualTo("text/plain");
    }

    @Test
    void readsPastAByteOrderMark() {
        assertThat(guess("file", "\ufeff{\"uri\": 1}")).isEqualTo("application/json");
    }

    @Test
    void callsWhatIsNotTextBytes() {
        assertThat(guess("file", "GIF89a\0\0")).isEqualTo("application/octet-stream");
        assertThat(guess("file", "")).isEqualTo("text/plain");
    }

    private static String guess(String name, String content) {
        return MediaTypeGuess.of(name, content.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

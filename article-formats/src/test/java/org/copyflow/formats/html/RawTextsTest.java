package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTextsTest {

    private static final String CODE =
            "if (a < b && c > d) { say('<p>\"no\" text ü</p>'); } // ".concat("x".repeat(64));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>one<script>CODE</script>two<style media='a>b'>CODE</style >three<p>four",
                "<SCRIPT async src = \"a>b\" data-x='\"'>CODE</Script\n><p>text",
                "<script type='application/ld+json'>{\"a\": \"CODE\"}</script><p>text",
                "<script type='application/ld&#x2B;json'>{\"a\": \"CODE\"}</script><p>text",
                "<!-- <script> --><p>text</p><script>CODE</script><p>more",
                "<!--><p>text<script>CODE</script><!--- <script>CODE --><p>more<!----!><style>CODE</style>",
                "<script><!-- document.write('<script>CODE</script>') //--></script><p>text",
                "<script>document.write('<script>CODE<\\/script>')</script><p>text",
                "<svg><style/><path d='M0'/></svg><p>text</p><style>CODE</style>",
                "<p>text<script>CODE",
                "<p>text<script src='x",
                "<scripted>CODE</scripted><p>text<s>struck</s><strong>CODE</strong>",
                "<p>text</p><script>CODE</scripts></script><p>more</p><style"
            })
    void leavesOutNothingThatTheTextIsMadeOf(String template) {
        String page = template.replace("CODE", CODE);

        assertThat(withoutCode(read(page))).isEqualTo(withoutCode(Jsoup.parse(page)));
    }

    @Test
    void leavesOutScriptsAndStyleSheetsButNotWhatStatesFacts() {
        String stated = "<script type='application/ld+json'>{\"a\": \"" + CODE + "\"}</script>";
        Document page = read("<script>" + CODE + "</script><style>" + CODE + "</style>" + stated);

        assertThat(page.select("script:not([type]), style").html()).isBlank();
        assertThat(page.select("script[type]").html()).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>one<svg class='a>b'> SHAPES</svg>two<p>three",
                "<svg>SHAPES<title>name</title></svg><p>text",
                "<svg/><p>text</p>SHAPES",
                "<svg>SHAPES<p>text</p></svg>more",
                "<svg>SHAPES<svg>SHAPES</svg>SHAPES</svg><p>text",
                "<svg>SHAPES<!-- </svg> --><p>text",
                "<svg>SHAPES text</svg><script>CODE</script>more",
                "<table><tr><svg>SHAPES</svg><td>text</table>",
                "<select><svg>SHAPES</svg><option>one</select><p>text",
                "<svg>SHAPES",
                "<svg><path d='",
                "<svg"
            })
    void leavesOutNothingButShapesOfDrawings(String template) {
        String shapes = "<g fill='a>b'><path d='M0 0L1 1'/><CIRCLE r=1></circle><clipPath><rect /></clipPath></g>";
        String page = template.replace("SHAPES", shapes).replace("CODE", CODE);

        assertThat(withoutShapes(read(page))).isEqualTo(withoutShapes(Jsoup.parse(page)));
    }

    @Test
    void leavesOutTheShapesOfDrawings() {
        assertThat(read("<svg><path d='" + CODE.replace("'", "") + "'/></svg>").select("path"))
                .isEmpty();
    }

    @Test
    void tellsWhatAllScriptsSay() {
        var texts =
                new RawTexts("<script>a</script><style>b</style><script x>ü</script>".getBytes(StandardCharsets.UTF_8));

        assertThat(texts.scripts()).containsExactly("a", "ü");
    }

    @Test
    void readsAllTextOfPagesOfAnyMake() {
        long seed = 20261122;
        var random = new Random(seed);
        String[] parts = {
            "<p>",
            "</p>",
            "text ",
            "ü語😀",
            CODE,
            "<style>",
            "</style>",
            "<script a='b'>",
            "</script>",
            "<!-- x -->",
            "<b>"
        };
        for (int i = 0; i < 2000; i++) {
            var page = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                page.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(read(page.toString()).text())
                    .as("page %d of seed %d: %s", i, seed, page)
                    .isEqualTo(Jsoup.parse(page.toString()).text());
        }
    }

    private static Document read(String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return HtmlTree.ofPage(new Utf8Reader(bytes, new RawTexts(bytes).needless()), "");
    }

    private static String withoutShapes(Document page) {
        page.select("svg > g").remove();
        return withoutCode(page);
    }

    private static String withoutCode(Document page) {
        page.select("script:not([type]), style").empty();
        return page.outerHtml();
    }
}

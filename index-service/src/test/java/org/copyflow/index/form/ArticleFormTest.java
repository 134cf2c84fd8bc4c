package org.copyflow.index.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.StatedTime;
import org.copyflow.index.SampleArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which form a client gets, and what is in it.
final class ArticleFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | JSON",
                "'' | JSON",
                "*/* | JSON",
                "application/json | JSON",
                "application/vnd.iptc.ninjs+json | NINJS",
                "APPLICATION/VND.IPTC.NINJS+JSON;charset=utf-8 | NINJS",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
                "application/vnd.iptc.ninjs+json;q=0.5, application/json;q=0.4 | NINJS",
                "text/*;q=0.3, application/json;q=0.2 | HTML",
                "*/*;q=0.1, application/json;q=0 | NINJS",
                "application/*, application/json;q=0.1 | NINJS",
                "text/html;q=0, */*;q=0 | none",
                "image/png, application/xml | none",
                "text/html;q=nonsense | HTML"
            })
    void isTheOneThatAClientLikesBest(String accept, ArticleForm form) {
        assertThat(ArticleForm.accepted(accept).orElse(null)).isEqualTo(form);
    }

    @Test
    void showsHostileTextAsText() {
        String evil = "<script>alert('1')</script> & \"more\"";
        Article article = SampleArticles.article("a1", "desk")
                .title(evil)
                .kicker(evil)
                .language("en\" onload=\"x")
                .bylineText(evil)
                .url("javascript:alert(1)")
                .text(evil)
                .captions(List.of(new Caption(evil, evil)))
                .build();

        String html = html(article);

        assertThat(html)
                .contains("<h1>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;</h1>")
                .doesNotContain("<script", "javascript:", "\" onload=\"");
    }

    @Test
    void showsEveryKindOfBlock() {
        String text = "Seals\n\nThey like it.\n\nIce\n\nFish\n\nWe stay.\n\nLeft over.";
        Article article = SampleArticles.article("a1", "desk")
                .title("Harbour")
                .publishedAt(new StatedTime("2026-03-06"))
                .text(text)
                .blocks(List.of(
                        block(text, "Seals", Block.Type.HEADING),
                        block(text, "They like it.", Block.Type.PARAGRAPH),
                        block(text, "Ice", Block.Type.LIST_ITEM),
                        block(text, "Fish", Block.Type.LIST_ITEM),
                        block(text, "We stay.", Block.Type.QUOTE)))
                .build();

        assertThat(html(article)).contains("""
                        <h2>Seals</h2>
                        <p>They like it.</p>
                        <ul>
                        <li>Ice</li>
                        <li>Fish</li>
                        </ul>
                        <blockquote><p>We stay.</p></blockquote>
                        <p>Left over.</p>
                        """).contains("<time datetime=\"2026-03-06\">");
    }

    @Test
    void givesTheLeadImageToThePictureWithItsCaption() {
        Article article = SampleArticles.article("a1", "desk")
                .bylines(List.of(new Byline("Ana Lind", Byline.AUTHOR)))
                .publishedAt(new StatedTime("2026-03-06"))
                .captions(List.of(new Caption("First.", null), new Caption("Second.", "Bo Falk")))
                .leadImage(new LeadImage("https://desk.test/b.jpg", null, "Second.", "Bo Falk", 600, 400))
                .build();

        var item = NinjsItem.of(article);

        assertThat(item.path("associations")).hasSize(2);
        assertThat(item.at("/associations/1/renditions/0/href").asString()).isEqualTo("https://desk.test/b.jpg");
        assertThat(item.at("/associations/1/by").asString()).isEqualTo("Bo Falk");
        assertThat(item.path("by").asString()).isEqualTo("Ana Lind");
        assertThat(item.has("firstCreated")).as("a day is no time").isFalse();
    }

    private static Block block(String text, String part, Block.Type type) {
        int start = text.indexOf(part);
        return new Block(type, start, start + part.length());
    }

    private static String html(Article article) {
        return new String(ArticleForm.HTML.write(article), StandardCharsets.UTF_8);
    }
}

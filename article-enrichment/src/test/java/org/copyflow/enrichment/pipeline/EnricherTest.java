package org.copyflow.enrichment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.registry.KnownFormats;
import org.junit.jupiter.api.Test;

class EnricherTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Enricher enricher = new Enricher(KnownFormats.readers(), List.of(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsTheSubjectsThatTheSourceNames() {
        String item = "{\"uri\":\"urn:x\",\"headline\":\"Ice\",\"body_text\":\"Ice covers the harbour.\","
                + "\"subject\":[{\"code\":\"medtop:20001128\",\"name\":\"weather forecast\"}]}";

        assertThat(article(item).topics()).containsExactly(new ArticleTopic("medtop:20001128", "weather forecast", 1));
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThat(enricher.enrich(raw("{}"), null))
                .isInstanceOfSatisfying(
                        EnrichedDocument.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("not-ninjs"));
    }

    @Test
    void refusesATextThatNoArticleIsAsLongAs() {
        String sentence = "Ice covers the harbour. ";

        assertThat(code(enricher, ninjs(sentence.repeat(300_001 / sentence.length() + 1))))
                .isEqualTo("article-too-long");
        assertThat(article(ninjs(sentence.repeat(12_000))).text()).hasSizeGreaterThan(280_000);
    }

    @Test
    void refusesMoreAnnotationsThanMemoryIsFor() {
        var annotating = new Enricher(KnownFormats.readers(), KnownAnnotators.all(), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(code(annotating, ninjs("$1 2% ".repeat(49_000)))).isEqualTo("too-many-annotations");
    }

    private static String ninjs(String text) {
        return "{\"uri\":\"urn:x\",\"headline\":\"Ice\",\"body_text\":\"" + text + "\"}";
    }

    private static String code(Enricher enricher, String json) {
        return enricher.enrich(raw(json), null) instanceof EnrichedDocument.Unreadable(String code, String _)
                ? code
                : "none";
    }

    private Article article(String json) {
        EnrichedDocument document = enricher.enrich(raw(json), null);
        assertThat(document).isInstanceOf(EnrichedDocument.Read.class);
        return ((EnrichedDocument.Read) document).articles().getFirst();
    }

    private static RawArticle raw(String json) {
        return new RawArticle(
                "event-1",
                "desk",
                "urn:x",
                "application/json",
                null,
                null,
                null,
                ArticleStatus.USABLE,
                null,
                NOW,
                json.getBytes(StandardCharsets.UTF_8));
    }
}

package org.copyflow.enrichment.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SummaryAnnotatorTest {

    @Test
    void takesTheFirstWholeSentences() {
        assertThat(summary(
                        "The tunnel opens in spring. It cost 2 billion dollars.\n\nNobody came to the party for it."))
                .isEqualTo("The tunnel opens in spring. It cost 2 billion dollars. Nobody came to the party for it.");
    }

    @Test
    void stopsBeforeItGrowsTooLong() {
        String sentence =
                "This sentence is made of words that say very little and go on for about a hundred characters now. ";
        assertThat(summary(sentence.repeat(6))).hasSizeBetween(180, 320).endsWith("now.");
    }

    @Test
    void takesOneLongSentenceWhole() {
        String sentence = "The board" + ", having heard them".repeat(20) + ", agreed.";
        assertThat(summary(sentence + " It went home for the night.")).isEqualTo(sentence);
    }

    @Test
    void passesOverHeadingsAndFragments() {
        assertThat(summary(
                        "# A heading that ends like a sentence.\n\nBy Staff Reporters\n\nShare.\n\nThe tunnel opens in"
                                + " spring, they said."))
                .isEqualTo("The tunnel opens in spring, they said.");
    }

    @Test
    void joinsChineseSentencesWithoutSpaces() {
        assertThat(summary("隧道将于春季开通。\n\n工程比计划晚了两年。")).isEqualTo("隧道将于春季开通。工程比计划晚了两年。");
    }

    @Test
    void saysWhereItsSentencesStand() {
        String text = "# A heading.\n\nThe tunnel opens in spring. It cost 2 billion dollars.\n\nNobody came.";
        AnalyzedArticle article = TextArticles.of(text);
        Annotations found = new SummaryAnnotator().annotate(article, Annotations.NONE);

        assertThat(found.summarySentences())
                .extracting(span -> article.body().text().substring(span.start(), span.end()))
                .containsExactly("The tunnel opens in spring.", "It cost 2 billion dollars.");
    }

    @Test
    void isAbsentWhereThereIsNoSentence() {
        assertThat(summary("")).isNull();
        assertThat(summary("word ".repeat(400))).isNull();
    }

    private static @Nullable String summary(String text) {
        return new SummaryAnnotator()
                .annotate(TextArticles.of(text), Annotations.NONE)
                .summary();
    }
}

package org.copyflow.enrichment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.events.article.Statistics.TextStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextStatisticsAnnotatorTest {

    private static final String PLAIN =
            "The cat sat on the mat. It was a warm day. The dog ran up the hill and then it came back down to us. We all"
                    + " went home to eat.";

    @Test
    void countsWordsSentencesAndParagraphs() {
        TextStatistics counts = count("# A heading\n\nThe port's 15th crane came in 2024. It works.\n\nAll is well.");
        assertThat(counts.words()).isEqualTo(14);
        assertThat(counts.sentences()).isEqualTo(3);
        assertThat(counts.paragraphs()).isEqualTo(2);
    }

    @Test
    void countsCodePoints() {
        assertThat(count("a 😀 𠮷").characters()).isEqualTo(5);
    }

    @Test
    void countsChineseByCharacter() {
        TextStatistics counts = count("港口新增3台起重机。工程已完成。");
        assertThat(counts.words()).isEqualTo(14);
        assertThat(counts.sentences()).isEqualTo(2);
        assertThat(counts.gradeLevel()).isNull();
    }

    @Test
    void tellsHowLongReadingTakes() {
        assertThat(count("word ".repeat(238)).readingSeconds()).isEqualTo(60);
        assertThat(count("字".repeat(500)).readingSeconds()).isEqualTo(60);
        assertThat(count("").readingSeconds()).isZero();
    }

    @Test
    void gradesPlainEnglishLowAndOfficialEnglishHigh() {
        String official = "Notwithstanding considerable institutional opposition, representatives of participating"
                + " organisations unanimously recommended comprehensive administrative modernisation, emphasising"
                + " accountability, transparency, interoperability and long-term environmental sustainability across"
                + " every participating municipality and intergovernmental institution in the metropolitan region, without exception.";
        assertThat(count(PLAIN).gradeLevel()).isBetween(-1.0, 3.0);
        assertThat(count(official).gradeLevel()).isGreaterThan(20.0);
    }

    @Test
    void computesTheGradeByFleschAndKincaidsFormula() {
        // 31 words, all of one syllable, in 4 sentences
        assertThat(count(PLAIN).words()).isEqualTo(31);
        assertThat(count(PLAIN).gradeLevel()).isEqualTo(Math.round((0.39 * 31 / 4 + 11.8 - 15.59) * 10) / 10.0);
    }

    @Test
    void gradesNoShortTextAndNoOtherLanguage() {
        assertThat(count("It works.").gradeLevel()).isNull();
        String french =
                "Le conseil du port a dit que le tunnel est ouvert et que les trains vont passer dans la nuit. ";
        assertThat(count(french.repeat(3)).gradeLevel()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "cat, 1",
        "make, 1",
        "makes, 1",
        "asked, 1",
        "wanted, 2",
        "boxes, 2",
        "table, 2",
        "people, 2",
        "the, 1",
        "policy, 3",
        "technology, 4",
        "café, 2",
        "NASA, 2",
        "hmm, 1",
        "see, 1"
    })
    void countsSyllables(String word, int syllables) {
        assertThat(Syllables.count(word, 0, word.length())).isEqualTo(syllables);
    }

    private static TextStatistics count(String text) {
        return Objects.requireNonNull(new TextStatisticsAnnotator()
                .annotate(TextArticles.of(text), Annotations.NONE)
                .text());
    }
}

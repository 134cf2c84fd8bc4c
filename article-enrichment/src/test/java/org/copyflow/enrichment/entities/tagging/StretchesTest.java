package org.copyflow.enrichment.entities.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchesTest {

    private static final Stretches STRETCHES = new Stretches(KnownNames.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "she crossed the Holmsund strait by night | Holmsund strait",
                "they sold it to Kessler Lines, Inc. last week | Kessler Lines, Inc",
                "we met at 10 Harbour Street at noon | 10 Harbour Street",
                "there al-Kesslawi spoke | al-Kesslawi",
                "it went to Maria Kessler@WORK today | Maria Kessler@WORK",
                "he ate near Kessler s grill and left | Kessler s grill",
            })
    void holdsWhatMayBelongToAName(String sentence, String stretch) {
        assertThat(last(sentence)).isEqualTo(stretch);
    }

    /// The last stretch of a sentence.
    private static String last(String sentence) {
        AnalyzedText text = new TextAnalyzer()
                .analyze(sentence, List.of(new Block(Block.Type.PARAGRAPH, 0, sentence.length())), "en");
        WordHashes words = WordHashes.of(text);
        Sentence only = text.sentences().getFirst();
        String stretch = "";
        int start = STRETCHES.start(text, words, only.firstToken(), only);
        while (start < only.endToken()) {
            int end = STRETCHES.end(text, words, start, only);
            stretch =
                    sentence.substring(text.tokens().start(start), text.tokens().end(end - 1));
            start = STRETCHES.start(text, words, end, only);
        }
        return stretch;
    }
}

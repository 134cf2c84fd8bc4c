package org.copyflow.enrichment.keyphrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PhraseChoiceTest {

    @Test
    void ranksByScoreLowestFirst() {
        assertThat(PhraseChoice.best(List.of(phrase("b", 2, 0.2), phrase("a", 2, 0.1)), 10))
                .containsExactly("a", "b");
    }

    @Test
    void dropsAPhraseThatABetterOneHolds() {
        assertThat(PhraseChoice.best(List.of(phrase("tidal power plant", 2, 0.1), phrase("tidal power", 3, 0.2)), 10))
                .containsExactly("tidal power plant");
    }

    @Test
    void prefersALongerPhraseThatRecursAsOften() {
        List<Phrase> phrases = List.of(
                phrase("tidal", 3, 0.1),
                phrase("power", 3, 0.2),
                phrase("wind", 2, 0.3),
                phrase("tidal power", 2, 0.4));
        assertThat(PhraseChoice.best(phrases, 10)).containsExactly("tidal power", "wind");
    }

    @Test
    void keepsTheShorterPhraseWhereTheLongerOneIsRare() {
        assertThat(PhraseChoice.best(List.of(phrase("tidal", 9, 0.1), phrase("tidal bore", 2, 0.2)), 10))
                .containsExactly("tidal");
        assertThat(PhraseChoice.best(List.of(phrase("tidal", 1, 0.1), phrase("tidal bore", 1, 0.2)), 10))
                .containsExactly("tidal");
    }

    @Test
    void usesNoWordMoreThanTwice() {
        List<Phrase> phrases =
                List.of(phrase("wind farm", 2, 0.1), phrase("wind power", 2, 0.2), phrase("wind speed", 2, 0.3));
        assertThat(PhraseChoice.best(phrases, 10)).containsExactly("wind farm", "wind power");
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(PhraseChoice.best(List.of(phrase("a", 1, 1), phrase("b", 1, 2), phrase("c", 1, 3)), 2))
                .containsExactly("a", "b");
    }

    private static Phrase phrase(String text, int count, double score) {
        return new Phrase(text, Set.of(text.split(" ", -1)), count, score);
    }
}

package org.copyflow.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The numbers are those of the tokenizers library (Rust) on the same files.
final class WordPieceTest {

    private static final int MOST = 64;

    private final WordPiece english = read(SentenceModel.ENGLISH);
    private final WordPiece chinese = read(SentenceModel.CHINESE);

    @Test
    void cutsWordsMarksAndAccentsLikeTheReference() {
        assertThat(english.tokens("A café’s “unbelievable” $3.2bn takeover — Müller says so", MOST))
                .containsExactly(
                        101, 1037, 7668, 1521, 1055, 1523, 23653, 1524, 1002, 1017, 1012, 1016, 24700, 15336, 1517,
                        12304, 2758, 2061, 102);
        assertThat(english.tokens("日本 and 😀 emoji x", MOST))
                .containsExactly(101, 1864, 1876, 1998, 100, 7861, 29147, 2072, 1060, 102);
    }

    @Test
    void cutsChineseIntoCharactersAndReadsCapitals() {
        assertThat(chinese.tokens("国际足联FIFA公布2026年世界杯赛程，布拉特：放球员一条生路吧", MOST))
                .containsExactly(
                        101, 1744, 7354, 6639, 5468, 12130, 1062, 2357, 9707, 8158, 2399, 686, 4518, 3344, 6612, 4923,
                        8024, 2357, 2861, 4294, 8038, 3123, 4413, 1447, 671, 3340, 4495, 6662, 1416, 102);
    }

    @Test
    void endsWhereTheLimitIs() {
        assertThat(english.tokens("one two three four", 4))
                .hasSize(4)
                .startsWith(101)
                .endsWith(102);
        assertThat(english.tokens("", MOST)).containsExactly(101, 102);
        assertThat(english.tokens("x".repeat(101), MOST)).containsExactly(101, 100, 102);
    }

    @Test
    void refusesAVocabularyWithoutMarks() {
        assertThatThrownBy(() -> new WordPiece(Map.of("word", 1))).hasMessageContaining("[CLS]");
    }

    private static WordPiece read(SentenceModel model) {
        try (InputStream in = WordPieceTest.class.getResourceAsStream(model.tokenizer())) {
            return WordPiece.read(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

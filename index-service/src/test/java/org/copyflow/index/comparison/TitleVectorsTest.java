package org.copyflow.index.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.junit.jupiter.api.Test;

class TitleVectorsTest {

    @Test
    void eachLanguageHasItsOwnModel() {
        var vectors = new TitleVectors(
                Map.of("en", new Constant(1, 0), "zh", new Constant(0, 1)), EmbeddingBudget.unlimited());
        assertThat(vectors.of("en", "Ferry burns")).containsExactly(127, 0);
        assertThat(vectors.of("zh", "渡轮起火")).containsExactly(0, 127);
        assertThat(vectors.of("no", "Ferge brenner")).isNull();
        assertThat(vectors.of("en", null)).isNull();
    }

    @Test
    void aModelThatCannotBeRunLeavesTheOtherLanguages() {
        var vectors =
                new TitleVectors(Map.of("en", new Constant(1, 0), "zh", new Broken()), EmbeddingBudget.unlimited());
        assertThat(vectors.of("zh", "渡轮起火")).isNull();
        assertThat(vectors.of("en", "Ferry burns")).isNotNull();
    }

    private record Constant(float first, float second) implements Embeddings {

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] of(String text) {
            return new float[] {first, second};
        }

        @Override
        public void close() {}
    }

    private record Broken() implements Embeddings {

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] of(String text) {
            throw new IllegalStateException("no such machine");
        }

        @Override
        public void close() {}
    }
}

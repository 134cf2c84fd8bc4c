package org.copyflow.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BestEffortEmbeddingsTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksNoMoreOnceTheModelFailed() {
        var embeddings =
                new BestEffortEmbeddings(new FailingEmbeddings(2), EmbeddingBudget.unlimited(), "nothing is told");
        assertThat(embeddings.of("one")).containsExactly(1);
        assertThat(embeddings.of("two")).isNull();
        assertThat(embeddings.of("three")).isNull();
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesWithoutWhereThereIsNoTime() {
        var budget = new EmbeddingBudget(0);
        budget.spend(Duration.ofSeconds(1).toNanos());
        var embeddings = new BestEffortEmbeddings(new FailingEmbeddings(2), budget, "nothing is told");
        assertThat(embeddings.of("one")).isNull();
        assertThat(asked).hasValue(0);
        assertThat(budget.refused()).isEqualTo(1);
    }

    /// Fails from a text on, as a model does that cannot be run on a machine.
    private final class FailingEmbeddings implements Embeddings {
        private final int from;

        FailingEmbeddings(int from) {
            this.from = from;
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] of(String text) {
            if (asked.incrementAndGet() >= from) {
                throw new IllegalStateException("no such machine");
            }
            return new float[] {1};
        }

        @Override
        public void close() {}
    }
}

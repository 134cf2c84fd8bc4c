package org.copyflow.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class EmbeddingBudgetTest {

    private final AtomicLong now = new AtomicLong();
    private final EmbeddingBudget budget = new EmbeddingBudget(20, now::get);

    @Test
    void takesNoMoreThanItsShareOfTheTime() {
        int embedded = 0;
        for (int text = 0; text < 10_000; text++) {
            now.addAndGet(millis(5)); // 200 a second
            if (budget.grant()) {
                embedded++;
                budget.spend(millis(5));
            }
        }
        assertThat(embedded).isBetween(2_000, 2_200); // a fifth of 50 s, and what was saved before
        assertThat(budget.granted()).isEqualTo(embedded);
        assertThat(budget.refused()).isEqualTo(10_000 - embedded);
    }

    @Test
    void givesEveryTextTimeWhereTextsAreFew() {
        for (int text = 0; text < 1_000; text++) {
            now.addAndGet(millis(100));
            assertThat(budget.grant()).isTrue();
            budget.spend(millis(5));
        }
        assertThat(budget.refused()).isZero();
    }

    @Test
    void savesNoMoreThanHalfASecond() {
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(budget.grant()).isTrue();
        budget.spend(millis(600));
        assertThat(budget.grant()).isFalse();
        now.addAndGet(millis(501)); // a fifth of it is what was overspent
        assertThat(budget.grant()).isTrue();
    }

    @Test
    void isNoBoundAtAHundredPercent() {
        EmbeddingBudget none = EmbeddingBudget.unlimited();
        none.spend(Duration.ofDays(1).toNanos());
        assertThat(none.grant()).isTrue();
    }

    @Test
    void refusesWhatIsNoPercentage() {
        assertThatThrownBy(() -> new EmbeddingBudget(101)).hasMessageContaining("101");
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}

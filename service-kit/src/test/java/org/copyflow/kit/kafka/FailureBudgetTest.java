package org.copyflow.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FailureBudgetTest {

    private Instant now = Instant.parse("2026-05-03T08:00:00Z");
    private final FailureBudget budget = new FailureBudget(2, Duration.ofMinutes(10), () -> now);

    @Test
    void survivesSoManyFailuresInAWindow() {
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void forgetsFailuresThatAreOlderThanTheWindow() {
        budget.spend();
        budget.spend();
        now = now.plus(Duration.ofMinutes(11));

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }
}

package org.copyflow.ingest.dryrun;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Dry runs are bounded in time and number.
final class DryRunsTest {

    private static final int ONE_AFTER_THE_OTHER = 5_000;

    @Test
    void answersBeforeADryRunEndsThatTakesTooLong() {
        var never = new CountDownLatch(1);
        try (var runs = new DryRuns(
                () -> {
                    await(never);
                    throw new IllegalStateException("it went on");
                },
                1,
                Duration.ofMillis(50))) {
            assertThatThrownBy(() -> runs.of(List.of())).hasMessageContaining("not done after 50 ms");
        }
    }

    @Test
    void takesOneAfterTheOtherWithoutRefusingAny() {
        try (var runs = new DryRuns(
                () -> {
                    throw new IllegalStateException("no models");
                },
                1,
                Duration.ofSeconds(10))) {
            for (int i = 0; i < ONE_AFTER_THE_OTHER; i++) {
                assertThatThrownBy(() -> runs.of(List.of())).hasMessage("the dry run failed");
            }
        }
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

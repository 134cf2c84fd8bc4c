package org.copyflow.index.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(200));
    private final Random random = new Random(1);

    @Test
    void waitsLongerAfterEachFailureUpToAnHour() {
        assertThat(backoff.after(1, null, random)).isBetween(Duration.ofMillis(160), Duration.ofMillis(240));
        assertThat(backoff.after(3, null, random)).isBetween(Duration.ofMillis(1_440), Duration.ofMillis(2_160));
        assertThat(backoff.after(1_000_000, null, random)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void leavesAnAddressAloneAsLongAsItAsksUpToADay() {
        assertThat(backoff.after(1, Duration.ofMinutes(5), random)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(1, Duration.ofDays(300), random)).isEqualTo(Duration.ofDays(1));
        assertThat(backoff.after(1, Duration.ZERO, random)).isPositive();
    }
}

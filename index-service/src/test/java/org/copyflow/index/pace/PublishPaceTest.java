package org.copyflow.index.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PublishPaceTest {

    private final AtomicLong now = new AtomicLong();
    private final PublishPace pace = new PublishPace(25, now::get);

    @Test
    void takesNoMoreThanItsShareOfTheTime() {
        int done = 0;
        for (int look = 0; look < 1_000; look++) {
            now.addAndGet(millis(10));
            while (pace.run(() -> now.addAndGet(millis(2)))) {
                done++;
            }
        }
        double share = done * (double) millis(2) / now.get();
        assertThat(share).isBetween(0.22, 0.28);
    }

    @Test
    void doesEverythingWhereThereIsLittleToDo() {
        for (int look = 0; look < 1_000; look++) {
            now.addAndGet(millis(100));
            assertThat(pace.run(() -> now.addAndGet(millis(2)))).isTrue();
        }
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}

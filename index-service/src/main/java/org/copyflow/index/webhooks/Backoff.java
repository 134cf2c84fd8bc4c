package org.copyflow.index.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait after attempts that failed: three times as long after each, up to a longest, give or take a fifth
/// so that those who failed together do not come back together.
///
/// @param first after the first failure
record Backoff(Duration first) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final int FACTOR = 3;
    private static final double SPREAD = 0.2;

    /// @param failures how many attempts have failed in a row, one at least
    /// @param asked how long the address wants to be left alone; believed up to a day
    Duration after(int failures, @Nullable Duration asked, RandomGenerator random) {
        long millis = first.toMillis();
        for (int i = 1; i < failures && millis < LONGEST.toMillis(); i++) {
            millis *= FACTOR;
        }
        double spread = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        var own = Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * spread));
        if (asked == null || asked.compareTo(own) < 0) {
            return own;
        }
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
}

package org.copyflow.kit.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many failures are survived: so many within a sliding window. Thread-safe.
final class FailureBudget {

    private final int failures;
    private final Duration window;
    private final InstantSource clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    FailureBudget(int failures, Duration window, InstantSource clock) {
        this.failures = failures;
        this.window = window;
        this.clock = clock;
    }

    /// Notes a failure.
    ///
    /// @return whether it is still within the budget
    synchronized boolean spend() {
        Instant now = clock.instant();
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(window))) {
            recent.removeFirst();
        }
        recent.addLast(now);
        return recent.size() <= failures;
    }
}

package org.copyflow.push;

import java.time.Duration;
import java.util.Optional;

/// Waits before another attempt.
interface Pause {

    Duration LONGEST = Duration.ofSeconds(30);

    /// Waits as long as the service asks, at most [#LONGEST]; where it asks for nothing, longer each time.
    Pause REAL = (attempt, retryAfter) -> Thread.sleep(length(attempt, retryAfter));

    /// @param attempt the attempt that follows, from 2
    /// @param retryAfter the header of that name
    void before(int attempt, Optional<String> retryAfter) throws InterruptedException;

    static Duration length(int attempt, Optional<String> retryAfter) {
        Duration asked = retryAfter
                .filter(it -> !it.isEmpty() && it.length() < 6 && it.chars().allMatch(Character::isDigit))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(Duration.ofMillis(250L << Math.min(attempt, 8)));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}

package org.copyflow.index.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long one search may take, all that belongs to it together.
final class Patience {

    private final Duration limit;
    private final LongSupplier nanoTime;
    private final long end;

    /// Begins now.
    Patience(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        end = nanoTime.getAsLong() + limit.toNanos();
    }

    boolean hasRunOut() {
        return nanoTime.getAsLong() - end > 0;
    }

    /// @throws SearchTooSlowException where it has run out
    void require() {
        if (hasRunOut()) {
            throw tooSlow();
        }
    }

    SearchTooSlowException tooSlow() {
        return new SearchTooSlowException("It took longer than " + limit.toMillis() + " ms.", null);
    }
}

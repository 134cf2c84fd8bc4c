package org.copyflow.index.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Bounds the time that it takes to make what is published every so often, of the time that passes and for all tasks of
/// an instance together, so that it never holds up the stream: so many percent of it. What is not used is saved, up to
/// a tenth of a second. Thread-safe.
public final class PublishPace {

    private static final long MOST_SAVED = Duration.ofMillis(100).toNanos();
    private static final int ALL = 100;

    private final int percent;
    private final LongSupplier nanoTime;
    private long saved = MOST_SAVED;
    private long last;

    /// @param percent from 1 to 100; 100 for no bound
    public PublishPace(int percent) {
        this(percent, System::nanoTime);
    }

    PublishPace(int percent, LongSupplier nanoTime) {
        this.percent = percent;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    /// Does the work, if there is time for it.
    ///
    /// @return whether there was
    public boolean run(Runnable work) {
        long begun = nanoTime.getAsLong();
        if (!hasTime(begun)) {
            return false;
        }
        work.run();
        spend(nanoTime.getAsLong() - begun);
        return true;
    }

    private synchronized boolean hasTime(long now) {
        saved = Math.min(MOST_SAVED, saved + (now - last) * percent / ALL);
        last = now;
        return saved > 0 || percent == ALL;
    }

    private synchronized void spend(long nanos) {
        saved -= nanos;
    }
}

package org.copyflow.embeddings;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Bounds the time that embeddings take of the time that passes, so that they never hold up a stream of texts: so many
/// percent of it, and what is not used is saved, up to half a second. A single text always has its embedding; of more
/// texts than there is time for, some go without. Thread-safe.
public final class EmbeddingBudget {

    private static final long MOST_SAVED = Duration.ofMillis(500).toNanos();
    private static final int ALL = 100;

    private final int percent;
    private final LongSupplier nanoTime;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private long saved = MOST_SAVED;
    private long last;

    /// @param percent of the time that passes on the clock, from 0 to 100; 100 for no bound
    public EmbeddingBudget(int percent) {
        this(percent, System::nanoTime);
    }

    EmbeddingBudget(int percent, LongSupplier nanoTime) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException(percent + " percent, not from 0 to 100");
        }
        this.percent = percent;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    public static EmbeddingBudget unlimited() {
        return new EmbeddingBudget(ALL);
    }

    /// How many texts were given the time for an embedding.
    public long granted() {
        return granted.get();
    }

    /// How many texts went without.
    public long refused() {
        return refused.get();
    }

    /// Whether there is time for one more; it is counted.
    boolean grant() {
        boolean has = percent == ALL || save() > 0;
        (has ? granted : refused).incrementAndGet();
        return has;
    }

    /// So long an embedding took. What it took beyond what was saved is saved up first.
    synchronized void spend(long nanos) {
        saved -= nanos;
    }

    private synchronized long save() {
        long now = nanoTime.getAsLong();
        saved = Math.min(percent == 0 ? 0 : MOST_SAVED, saved + (now - last) * percent / ALL);
        last = now;
        return saved;
    }
}

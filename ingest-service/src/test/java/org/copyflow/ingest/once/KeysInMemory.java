package org.copyflow.ingest.once;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.copyflow.events.push.KeyedPush;

/// The log of keys in memory: what is written is read at once, by all instances, in one order. Time
/// stands still until a test moves it, and is read without the log's lock: readers ask for it under their own.
/// Thread-safe.
public final class KeysInMemory implements KeyLog, InstantSource {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final long MAX_BYTES = 10_000;

    private record Step(String id, KeyedPush push) {}

    private final List<Step> log = new ArrayList<>();
    private final List<KnownKeys> readers = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-03T08:30:00Z"));
    private boolean down;

    /// One more instance: it reads what was written before.
    public synchronized Once once() {
        var keys = new KnownKeys(this, LEASE, MAX_BYTES);
        log.forEach(step -> keys.apply(step.id(), step.push()));
        readers.add(keys);
        return new Once(keys, this, () -> true, this);
    }

    @Override
    public synchronized CompletableFuture<?> append(String id, KeyedPush step) {
        if (down) {
            return CompletableFuture.failedFuture(new IllegalStateException("Kafka is down for this test"));
        }
        log.add(new Step(id, step));
        readers.forEach(reader -> reader.apply(id, step));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public synchronized void goDown() {
        down = true;
    }
}

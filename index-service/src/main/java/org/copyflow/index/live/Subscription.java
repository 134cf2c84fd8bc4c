package org.copyflow.index.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One subscriber's queue of events, in the order of the feed. Where its reader is too slow and the queue is full,
/// nothing more is put in and the reader is told, after what is in the queue, that it lags: it neither slows the
/// others nor misses an event in silence. The feed puts in, one reader takes out.
public final class Subscription implements AutoCloseable {

    /// What the reader gets.
    public sealed interface Signal {
        /// The next event.
        record Event(FeedEvent event) implements Signal {}

        /// Nothing happened for the time that the reader wanted to wait.
        record Quiet() implements Signal {}

        /// Events were left out because the reader was too slow. The end.
        record Lagged() implements Signal {}

        /// The service stops. The end.
        record Stopped() implements Signal {}
    }

    private final Interest interest;
    private final LinkedBlockingQueue<Signal> queue;
    private final Deliveries deliveries;
    private final Consumer<Subscription> onClose;
    private volatile Map<Integer, Long> startedAfter = Map.of();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Signal end;

    Subscription(Interest interest, int capacity, Deliveries deliveries, Consumer<Subscription> onClose) {
        this.interest = interest;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.deliveries = deliveries;
        this.onClose = onClose;
    }

    /// Waits for what comes next.
    public Signal next(Duration longest) throws InterruptedException {
        Signal ended = end;
        if (ended != null && queue.isEmpty()) {
            return ended;
        }
        Signal next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new Signal.Quiet() : next;
    }

    /// Says that the reader has an event.
    public void written(FeedEvent event) {
        deliveries.written(event, this);
    }

    /// Whether nothing waits for the reader now.
    public boolean isDrained() {
        return queue.isEmpty();
    }

    /// For each partition of the feed, the last event that may have passed before this subscription began; -1 for
    /// none. Everything after it comes through the queue.
    public Map<Integer, Long> startedAfter() {
        return startedAfter;
    }

    public Interest interest() {
        return interest;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
        }
    }

    void startsAfter(Map<Integer, Long> offsets) {
        startedAfter = Map.copyOf(offsets);
    }

    /// @return whether there was room, or no need of any
    synchronized boolean put(FeedEvent event) {
        if (end != null || queue.offer(new Signal.Event(event))) {
            return true;
        }
        end = new Signal.Lagged();
        return false;
    }

    synchronized void stop() {
        if (end == null) {
            end = new Signal.Stopped();
            queue.offer(end); // wakes a waiting reader; a full queue has none
        }
    }
}

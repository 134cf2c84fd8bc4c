package org.copyflow.index.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Stretch;
import org.jspecify.annotations.Nullable;

/// One subscriber's queue of events, in the order of the feed. Where its reader is too slow and the queue is full,
/// nothing more is put in and the reader is told, after what is in the queue, that it lags: it neither slows the
/// others nor misses an event in silence. The feed puts in, one reader takes out.
public final class Subscription implements AutoCloseable {

    /// What the reader gets.
    public sealed interface Signal {
        /// The next event.
        record Event(SeenEvent event) implements Signal {}

        /// Nothing happened for the time that the reader wanted to wait.
        ///
        /// @param position how far the feed was followed meanwhile, without anything for the reader; absent
        ///     where something comes now
        record Quiet(@Nullable Cursor position) implements Signal {}

        /// Events were left out because the reader was too slow. The end.
        record Lagged() implements Signal {}

        /// The service stops. The end.
        record Stopped() implements Signal {}
    }

    private final Interest interest;
    private final LinkedBlockingQueue<Signal> queue;
    private final boolean ofReader;
    private final Subscribers subscribers;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Cursor start;
    private Deque<SeenEvent> before = new ArrayDeque<>();
    private volatile @Nullable Signal end;

    /// @param start how far the feed was followed when it began
    /// @param ofReader whether it takes one of the places of readers
    Subscription(Interest interest, int capacity, Cursor start, boolean ofReader, Subscribers subscribers) {
        this.interest = interest;
        this.start = start;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.ofReader = ofReader;
        this.subscribers = subscribers;
    }

    /// Before its reader has it: what it begins with.
    Subscription beginning(Stretch stretch) {
        start = stretch.reached();
        before = new ArrayDeque<>(stretch.events());
        return this;
    }

    /// What had happened before it began, the next of it: to be taken before [#next].
    ///
    /// @return absent where there is no more of it
    public @Nullable SeenEvent remembered() {
        return before.poll();
    }

    /// Waits for what comes next.
    public Signal next(Duration longest) throws InterruptedException {
        Signal ended = end;
        if (ended != null && queue.isEmpty()) {
            return ended;
        }
        Signal next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new Signal.Quiet(subscribers.quiet(this)) : next;
    }

    /// Says that the reader has an event that happened.
    public void written(SeenEvent event) {
        subscribers.written(event);
    }

    /// Whether nothing waits for the reader now.
    public boolean isDrained() {
        return queue.isEmpty();
    }

    /// For each partition of the feed, the last event that may have passed before this subscription began; -1 for
    /// none. Everything after it comes through the queue.
    public Cursor start() {
        return start;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            subscribers.remove(this);
        }
    }

    boolean isOfReader() {
        return ofReader;
    }

    Interest interest() {
        return interest;
    }

    /// @return whether there was room, or no need of any
    synchronized boolean put(SeenEvent event) {
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

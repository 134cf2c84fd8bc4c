package org.copyflow.ingest.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.copyflow.ingest.push.Refusal;

/// How much may be under way at once: so many pushes, so many bytes of their bodies in memory. Beyond that a push is
/// refused at once rather than made to wait. Thread-safe.
public final class InFlight {

    private final int maxPushes;
    private final long maxBytes;
    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    public InFlight(int maxPushes, long maxBytes) {
        this.maxPushes = maxPushes;
        this.maxBytes = maxBytes;
    }

    /// Takes up room for one push, until it is closed.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where there is none
    Room enter() {
        if (pushes.incrementAndGet() > maxPushes) {
            pushes.decrementAndGet();
            throw Refusal.OVERLOADED.because(
                    "There are " + maxPushes + " pushes under way, which is the limit. Try again a little later.");
        }
        return new Room();
    }

    int pushes() {
        return pushes.get();
    }

    long bytes() {
        return bytes.get();
    }

    /// The room of one push. Not thread-safe.
    final class Room implements AutoCloseable {
        private long taken;
        private boolean closed;

        /// Takes up room for more of the body.
        void take(long more) {
            if (bytes.addAndGet(more) > maxBytes) {
                bytes.addAndGet(-more);
                throw Refusal.OVERLOADED.because("The bodies under way hold " + maxBytes
                        + " bytes, which is the limit. Try again a little later.");
            }
            taken += more;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                bytes.addAndGet(-taken);
                pushes.decrementAndGet();
            }
        }
    }
}

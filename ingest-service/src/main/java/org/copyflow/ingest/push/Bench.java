package org.copyflow.ingest.push;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Where documents are taken apart: only so much at a time lies on it, the rest waits for its turn. A parsed document
/// takes up to a hundred times its bytes in memory, and is gone as soon as its items are known. Thread-safe.
final class Bench {

    private static final int KIBIBYTE = 1_024;
    /// Small pushes do not wait for each other; a larger one than this has it to itself.
    private static final int ROOM_KIBIBYTES = 2_048;

    private final Semaphore room = new Semaphore(ROOM_KIBIBYTES, true);

    /// @param bytes how large the document is
    <T> T during(int bytes, Supplier<T> work) {
        int taken = Math.min(ROOM_KIBIBYTES, 1 + bytes / KIBIBYTE);
        room.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            room.release(taken);
        }
    }
}

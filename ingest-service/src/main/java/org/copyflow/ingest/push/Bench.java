package org.copyflow.ingest.push;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Where documents are taken apart: only so much lies on it at a time, the rest waits for its turn. A parsed document
/// takes up to a hundred times its bytes in memory, and is gone as soon as its items are known. Small ones have a place
/// of their own, so that they do not wait for a large one. Thread-safe.
final class Bench {

    private static final int KIBIBYTE = 1_024;
    private static final int SMALL_KIBIBYTES = 64;
    private static final int ROOM_FOR_SMALL = 512;
    /// One that is larger than this has the place to itself.
    private static final int ROOM_FOR_LARGE = 2_048;

    private final Semaphore small = new Semaphore(ROOM_FOR_SMALL, true);
    private final Semaphore large = new Semaphore(ROOM_FOR_LARGE, true);

    /// @param bytes how large the document is
    <T> T during(int bytes, Supplier<T> work) {
        int kibibytes = Math.min(ROOM_FOR_LARGE, 1 + bytes / KIBIBYTE);
        Semaphore room = kibibytes <= SMALL_KIBIBYTES ? small : large;
        room.acquireUninterruptibly(kibibytes);
        try {
            return work.get();
        } finally {
            room.release(kibibytes);
        }
    }
}

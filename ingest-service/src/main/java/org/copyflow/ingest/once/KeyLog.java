package org.copyflow.ingest.once;

import java.util.concurrent.CompletableFuture;
import org.copyflow.events.push.KeyedPush;

/// Where steps of keyed pushes are written, for all instances to read in one order a key. Thread-safe.
public interface KeyLog {

    /// @return completes once it is written, or fails; in a bounded time in either case
    CompletableFuture<?> append(String id, KeyedPush step);
}

package org.copyflow.kit.pace;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/// Lets a topology commit at once what comes after a pause, so that others see it at once, although Streams by itself
/// commits so often only that it costs little: each commit writes to every partition that was written to, twice. What
/// follows closely waits for that. For the first processor of a topology, all its tasks together. Thread-safe.
public final class PromptCommits {

    private static final long PAUSE_MS = 100;

    private final AtomicLong latest = new AtomicLong(-PAUSE_MS);

    /// To be called after each record.
    public void processed(ProcessingContext context) {
        long now = context.currentSystemTimeMs();
        if (now - latest.getAndSet(now) >= PAUSE_MS) {
            context.commit();
        }
    }
}

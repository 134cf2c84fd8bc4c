package org.copyflow.ingest.folder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes only when it is told to.
final class ManualClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}

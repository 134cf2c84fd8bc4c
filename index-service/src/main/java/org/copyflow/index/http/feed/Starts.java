package org.copyflow.index.http.feed;

import java.time.Duration;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedLog;
import org.copyflow.index.feed.Stretch;
import org.copyflow.index.live.Subscribers;
import org.jspecify.annotations.Nullable;

/// Finds the place on the feed where a subscriber begins. Thread-safe.
final class Starts {

    private final Subscribers subscribers;
    private final FeedLog log;
    private final Duration patience;

    /// A place on the feed.
    ///
    /// @param cursor go on after it; absent where the latest events come first
    /// @param gap what is known by now to be missing before it
    record Place(@Nullable Cursor cursor, @Nullable Gap gap) {}

    /// @param patience how long this instance may be behind one that gave a cursor
    Starts(Subscribers subscribers, FeedLog log, Duration patience) {
        this.subscribers = subscribers;
        this.log = log;
        this.patience = patience;
    }

    Place place(Start start) throws InterruptedException {
        Cursor after = start.after();
        if (after != null) {
            if (subscribers.isMistyped(after)) {
                throw StreamParameters.badCursor(after.toString());
            }
            return subscribers.awaitKnown(after, patience)
                    ? new Place(after, null)
                    : new Place(subscribers.beginning(), Gap.UNKNOWN_CURSOR);
        }
        if (start.since() != null) {
            Stretch from = log.from(start.since());
            // behind the last event Kafka has records of its own
            Cursor known = from.reached().least(subscribers.position());
            return new Place(known, from.expired() ? Gap.EXPIRED : null);
        }
        return new Place(null, null);
    }
}

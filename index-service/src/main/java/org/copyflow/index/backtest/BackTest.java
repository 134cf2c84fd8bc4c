package org.copyflow.index.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedLog;
import org.copyflow.index.feed.FeedUnavailableException;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Stretch;
import org.copyflow.index.filter.Filter;
import org.jspecify.annotations.Nullable;

/// Runs filters over what has been. Thread-safe.
public final class BackTest {

    private static final int EVENTS_AT_A_TIME = 1_000;

    private static final int MOST_AT_ONCE = 2;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final FeedLog feed;
    private final Duration patience;

    /// @param patience how long one may take; what it comes to until then is its answer
    public BackTest(FeedLog feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
    }

    /// @param after where to begin; else at a time
    /// @param upTo where to end
    /// @param shown how many of the last events to show
    /// @throws FeedUnavailableException where the feed cannot be read now, or others are at it
    public BackTestReport run(Filter filter, @Nullable Cursor after, Instant since, Cursor upTo, int shown) {
        if (!places.tryAcquire()) { // few can read the past at a time, and streams and webhooks have to
            throw new FeedUnavailableException("others try filters on the past of the feed now", null);
        }
        try {
            return read(filter, after, since, upTo, shown);
        } finally {
            places.release();
        }
    }

    private BackTestReport read(Filter filter, @Nullable Cursor after, Instant since, Cursor upTo, int shown) {
        var tally = new BackTestTally(filter, shown);
        boolean gap = false;
        Cursor cursor = after;
        if (cursor == null) {
            Stretch start = feed.from(since);
            cursor = start.reached();
            gap = start.expired();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (!cursor.reaches(upTo) && System.nanoTime() < deadline) {
            Stretch read = feed.read(filter, cursor, upTo, EVENTS_AT_A_TIME);
            gap |= read.expired();
            for (SeenEvent event : read.events()) {
                tally.count(event.event());
            }
            cursor = cursor.merge(read.reached());
        }
        return tally.report(after == null ? since : null, cursor.reaches(upTo) ? null : cursor, gap);
    }
}

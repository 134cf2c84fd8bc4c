package org.copyflow.index.feed;

import java.time.Instant;
import org.copyflow.index.filter.Filter;

/// The feed as far back as it is kept. Thread-safe. Every method throws [FeedUnavailableException] where it cannot be
/// read now.
public interface FeedLog {

    /// The feed from a time on: a stretch without events, to go on from. It is expired where the feed is not kept so
    /// far back, and so is what is read on from there.
    Stretch from(Instant since);

    /// Reads on for a bounded while.
    ///
    /// @param after where to go on
    /// @param upTo how far to read at most
    /// @param limit how many events it may be at most
    Stretch read(Filter filter, Cursor after, Cursor upTo, int limit);
}

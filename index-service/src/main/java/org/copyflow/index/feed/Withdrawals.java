package org.copyflow.index.feed;

import java.util.LinkedHashMap;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;

/// Which articles were withdrawn, so that nothing brings back what they said. The latest 500,000 are remembered.
/// Thread-safe.
public final class Withdrawals {

    private static final int MAX_REMEMBERED = 500_000;

    /// Article id → offset of its latest removal, in the partition of its source.
    private final LinkedHashMap<String, Long> removed = new LinkedHashMap<>();

    /// Notes an event of a topic of the kind `source`.
    public synchronized void note(TopicEvent event, long offset) {
        if (event.change() == Change.REMOVED) {
            removed.merge(event.article().id(), offset, Math::max);
            if (removed.size() > MAX_REMEMBERED) {
                removed.pollFirstEntry();
            }
        }
    }

    /// The event, without what its article said if that was withdrawn later.
    public synchronized FeedEvent readable(FeedEvent event) {
        return removed.getOrDefault(event.event().article().id(), -1L) > event.offset()
                ? event.withoutContent()
                : event;
    }
}

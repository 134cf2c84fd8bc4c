package org.copyflow.index.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.index.live.Cursor;
import org.copyflow.index.live.FeedEvent;
import org.jspecify.annotations.Nullable;

/// What a stream sends before it is live.
///
/// @param gap why events before these are missing; absent where none are
/// @param events in the order of the feed within each partition
/// @param from the cursor before the first event
/// @param covered for each partition that matters, the offset up to which nothing live needs to be sent
record Replay(@Nullable Gap gap, List<FeedEvent> events, Cursor from, Map<Integer, Long> covered) {

    /// Why history is not complete.
    enum Gap {
        /// Events after the cursor are no longer kept.
        EXPIRED("events after this cursor are no longer kept; read the topic's articles to be complete again"),
        /// The cursor is not from this feed.
        UNKNOWN_CURSOR("this cursor is not from this feed; what is kept of it follows"),
        /// More events follow the cursor than one stream sends at its start.
        TOO_MANY("more events follow this cursor than a stream replays; the latest of them follow");

        private final String says;

        Gap(String says) {
            this.says = says;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String says() {
            return says;
        }
    }

    /// Whether a live event was sent with the history already.
    boolean covers(FeedEvent event) {
        return event.offset() <= covered.getOrDefault(event.partition(), -1L);
    }
}

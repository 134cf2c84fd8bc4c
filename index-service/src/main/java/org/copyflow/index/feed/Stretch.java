package org.copyflow.index.feed;

import java.util.List;

/// Some of the feed as a subscriber sees it.
///
/// @param events what concerns the subscriber, in the order of the feed within each partition
/// @param reached how far the subscriber has come with them
/// @param expired whether events before these are no longer kept
public record Stretch(List<SeenEvent> events, Cursor reached, boolean expired) {

    public Stretch {
        events = List.copyOf(events);
    }
}

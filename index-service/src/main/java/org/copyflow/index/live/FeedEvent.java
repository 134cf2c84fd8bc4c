package org.copyflow.index.live;

import org.copyflow.events.raw.RawPlace;
import org.copyflow.events.topic.TopicEvent;
import org.jspecify.annotations.Nullable;

/// An event and where it stands on the feed.
///
/// @param json the event as it stands on the feed, one line
/// @param origin the raw record that brought it about, where that is known
public record FeedEvent(
        int partition,
        long offset,
        TopicEvent event,
        String json,
        @Nullable RawPlace origin) {}

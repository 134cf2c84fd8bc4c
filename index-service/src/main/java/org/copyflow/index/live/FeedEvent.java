package org.copyflow.index.live;

import org.copyflow.events.topic.TopicEvent;

/// An event and where it stands on the feed.
///
/// @param json the event as it stands on the feed, one line
public record FeedEvent(int partition, long offset, TopicEvent event, String json) {}

package org.copyflow.index.query;

import java.util.List;
import org.copyflow.index.store.TopicEvents;

/// What happened in a topic.
///
/// @param events oldest first
/// @param dropped the offset of the latest event of the topic that is no longer kept, -1 if all are
public record TopicHistory(List<TopicEvents.Kept> events, long dropped) {}

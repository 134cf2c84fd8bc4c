/// What consumers follow: [TopicEvent] is one change in one topic, [TopicView] a topic's current state.
@NullMarked
package org.copyflow.events.topic;

import org.jspecify.annotations.NullMarked;

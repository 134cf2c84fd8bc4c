/// The feed as it stands on Kafka: stretches of it leave, as a subscriber sees them, read again from `topics.feed` or
/// from the memory of what happened last.
///
/// A [Cursor] says how far somebody has come, a [SeenEvent] is what is sent of a [FeedEvent]. [RecentEvents] answers
/// for the last while, [FeedLog] for everything that Kafka keeps, both in a [Stretch].
@NullMarked
package org.copyflow.index.feed;

import org.jspecify.annotations.NullMarked;

/// The feed poller: feeds that others publish become raw articles, an item each.
///
/// In goes a file that lists feeds; out come records on `articles.raw` for the items that are new or changed.
/// [FeedPoller] runs it; [FeedVisit] is one look at one feed, the place to start reading; [FeedClient] fetches, from
/// public addresses only ([org.copyflow.kit.net.PublicAddresses]); [FeedSchedule] says whose turn it is; [FeedMemory]
/// is what must be known
/// of a feed the next time, after a restart too.
@NullMarked
package org.copyflow.ingest.feeds;

import org.jspecify.annotations.NullMarked;

/// The feed as it happens: committed events of `topics.feed` enter, each subscriber gets those it follows.
///
/// [FeedReader] reads the feed once for all [Subscribers]; a [Subscription] is the bounded queue of one. Those who come
/// back begin with what is remembered of the feed.
@NullMarked
package org.copyflow.index.live;

import org.jspecify.annotations.NullMarked;

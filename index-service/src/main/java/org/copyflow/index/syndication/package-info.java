/// RSS, Atom and JSON Feed: a topic's newest articles enter, bytes leave.
///
/// [FeedForm] lists the forms and writes them, and is what to read first; [NewsFeed] and [NewsItem] are what all of
/// them
/// say; [SiteAddress] makes the addresses in them.
@NullMarked
package org.copyflow.index.syndication;

import org.jspecify.annotations.NullMarked;

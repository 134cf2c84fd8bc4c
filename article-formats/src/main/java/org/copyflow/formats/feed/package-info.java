/// Feeds: RSS 0.9x, 1.0 and 2.0, Atom.
///
/// In goes a feed document; out comes an article an entry. [FeedReader] is the format's reader; [FeedSplitter] takes a
/// feed apart into one small feed an entry, so that each becomes an event of its own; [FeedEntry] makes an article of
/// one entry. Read [FeedReader] first.
@NullMarked
package org.copyflow.formats.feed;

import org.jspecify.annotations.NullMarked;

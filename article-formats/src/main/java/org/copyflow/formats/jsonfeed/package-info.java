/// JSON Feed 1.0 and 1.1.
///
/// In goes a feed, out come the articles of its items. [JsonFeedReader] is the format's reader and takes a feed apart;
/// [JsonFeedItem] makes the article of one item. Read [JsonFeedReader] first.
@NullMarked
package org.copyflow.formats.jsonfeed;

import org.jspecify.annotations.NullMarked;

/// Text without tags: an article as it is, what a scraper leaves of a web page, or a printed page. Bytes enter, one
/// clean article or several leave. [PlainTextReader] decides by the content which of them it is; [ScrapedPage] finds
/// the article among a site's furniture; [LostBreaks] and [GluedMetadata] mend a body that lost its line breaks.
@NullMarked
package org.copyflow.formats.text;

import org.jspecify.annotations.NullMarked;

/// NewsML-G2, IPTC's news in XML.
///
/// In goes a newsItem, out comes its article. [NewsmlReader] is the format's reader; [NewsItem] says who the item is
/// and makes the article; [InlineContent] reads the XHTML, NITF or text it carries;
/// [Catalog] resolves its codes; [NewsItemRest] keeps what the article has no field for. Read [NewsmlReader] first.
@NullMarked
package org.copyflow.formats.newsml;

import org.jspecify.annotations.NullMarked;

/// A web page as a list of text blocks in nested boxes: what the parser's tree says, once, in arrays.
///
/// In goes a jsoup tree, out comes a [PageOutline]. Read that first, then [PageBlock] (a stretch of text between two
/// block boundaries) and [Box] (a block-level element). One walk over the tree; nothing is removed from it.
@NullMarked
package org.copyflow.formats.html.page;

import org.jspecify.annotations.NullMarked;

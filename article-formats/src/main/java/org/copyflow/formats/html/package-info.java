/// Web pages: [HtmlReader] reads a page, [HtmlBody] a fragment that is a body already.
///
/// The page's bytes are decoded ([HtmlText]) and, but for scripts and style sheets ([RawTexts]), parsed once
/// ([HtmlTree]); `page` lists its text blocks in their boxes,
/// `body` says which of them are the article's body, `facts` finds title, bylines, times and the like.
/// Of a page that holds `several` complete articles [PageParts] makes a page of each.
@NullMarked
package org.copyflow.formats.html;

import org.jspecify.annotations.NullMarked;

/// Pages that hold several complete articles.
///
/// In goes a [org.copyflow.formats.html.page.PageOutline] and what its page states, out come the [PagePart]s, or none
/// where the page is one article or none. Read [CompleteArticles] first.
@NullMarked
package org.copyflow.formats.html.several;

import org.jspecify.annotations.NullMarked;

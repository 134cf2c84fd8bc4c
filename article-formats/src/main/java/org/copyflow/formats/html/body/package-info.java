/// Which blocks of a page are the article's body.
///
/// In goes a [org.copyflow.formats.html.page.PageOutline], out come the body's text blocks and the captions apart. Read
/// [BodyFinder] first.
@NullMarked
package org.copyflow.formats.html.body;

import org.jspecify.annotations.NullMarked;

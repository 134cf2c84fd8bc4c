/// Pages of a printed paper that hold several articles. The lines of a page enter as [PageLine]s, with what their
/// markup said of them; one clean article each leaves, whole, in reading order. Read [NewspaperPage] first, then
/// [PageOutline], which finds where articles begin, and [ArticleParts], which puts one together.
@NullMarked
package org.copyflow.formats.newspaper;

import org.jspecify.annotations.NullMarked;

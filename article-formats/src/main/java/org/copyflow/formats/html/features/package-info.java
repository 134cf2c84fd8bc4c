/// What the models of the body see of each block of a page: its text, its place in the tree, what surrounds it, and
/// what was believed of it before.
///
/// In go a [org.copyflow.formats.html.page.PageOutline] and the page's [PageClues], out come rows of numbers. Read
/// [BlockFeatures] first.
@NullMarked
package org.copyflow.formats.html.features;

import org.jspecify.annotations.NullMarked;

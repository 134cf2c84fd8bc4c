/// The places of a page that state facts for machines: JSON-LD, meta tags, a CMS's comments, read once.
///
/// Read [StatedFacts] first; a [Fact] is a value with the signal it was taken from.
@NullMarked
package org.copyflow.formats.html.stated;

import org.jspecify.annotations.NullMarked;

/// What words mean in the names of elements, in the texts of blocks and in bylines: lists of several languages in
/// resource files, loaded once.
///
/// Read [Hint] (class names and ids) and [Cue] (phrases) first. Knows nothing of pages.
@NullMarked
package org.copyflow.formats.html.lexicon;

import org.jspecify.annotations.NullMarked;

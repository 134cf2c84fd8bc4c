/// Short texts that a page states: cleaned ([Names]), compared ([Similarity]), and split into people's names
/// ([PersonNames]).
@NullMarked
package org.copyflow.formats.html.words;

import org.jspecify.annotations.NullMarked;

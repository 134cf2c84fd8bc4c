/// Tests of names in bylines.
@NullMarked
package org.copyflow.formats.html.words;

import org.jspecify.annotations.NullMarked;

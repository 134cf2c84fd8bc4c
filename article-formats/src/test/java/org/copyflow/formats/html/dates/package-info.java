/// Tests of dates in texts.
@NullMarked
package org.copyflow.formats.html.dates;

import org.jspecify.annotations.NullMarked;

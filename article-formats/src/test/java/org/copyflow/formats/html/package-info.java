/// Tests of the HTML reader, on pages written for them.
@NullMarked
package org.copyflow.formats.html;

import org.jspecify.annotations.NullMarked;

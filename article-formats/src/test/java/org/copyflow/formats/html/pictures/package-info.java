/// Tests of lead images.
@NullMarked
package org.copyflow.formats.html.pictures;

import org.jspecify.annotations.NullMarked;

/// NITF that stands alone.
@NullMarked
package org.copyflow.formats.nitf;

import org.jspecify.annotations.NullMarked;

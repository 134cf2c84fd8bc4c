/// Tests of decoding.
@NullMarked
package org.copyflow.formats.charset;

import org.jspecify.annotations.NullMarked;

/// JSON that is odd, broken or hostile.
@NullMarked
package org.copyflow.formats.json;

import org.jspecify.annotations.NullMarked;

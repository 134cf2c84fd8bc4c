@NullMarked
package org.copyflow.formats.ninjs;

import org.jspecify.annotations.NullMarked;

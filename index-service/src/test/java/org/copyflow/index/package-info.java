@NullMarked
package org.copyflow.index;

import org.jspecify.annotations.NullMarked;

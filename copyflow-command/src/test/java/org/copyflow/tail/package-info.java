@NullMarked
package org.copyflow.tail;

import org.jspecify.annotations.NullMarked;

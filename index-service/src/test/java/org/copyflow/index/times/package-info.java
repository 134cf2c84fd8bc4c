@NullMarked
package org.copyflow.index.times;

import org.jspecify.annotations.NullMarked;

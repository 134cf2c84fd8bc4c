@NullMarked
package org.copyflow.index.live;

import org.jspecify.annotations.NullMarked;

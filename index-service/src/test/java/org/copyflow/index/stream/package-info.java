@NullMarked
package org.copyflow.index.stream;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.copyflow.index.pace;

import org.jspecify.annotations.NullMarked;

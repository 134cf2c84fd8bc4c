@NullMarked
package org.copyflow.index.saved;

import org.jspecify.annotations.NullMarked;

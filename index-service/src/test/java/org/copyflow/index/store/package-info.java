@NullMarked
package org.copyflow.index.store;

import org.jspecify.annotations.NullMarked;

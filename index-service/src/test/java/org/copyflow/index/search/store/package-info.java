@NullMarked
package org.copyflow.index.search.store;

import org.jspecify.annotations.NullMarked;

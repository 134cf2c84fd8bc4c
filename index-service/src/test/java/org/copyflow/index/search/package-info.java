@NullMarked
package org.copyflow.index.search;

import org.jspecify.annotations.NullMarked;

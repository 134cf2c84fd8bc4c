@NullMarked
package org.copyflow.index.filter;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.copyflow.index.access;

import org.jspecify.annotations.NullMarked;

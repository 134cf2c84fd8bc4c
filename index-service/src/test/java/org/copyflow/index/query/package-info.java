@NullMarked
package org.copyflow.index.query;

import org.jspecify.annotations.NullMarked;

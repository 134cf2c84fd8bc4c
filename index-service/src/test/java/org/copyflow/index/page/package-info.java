@NullMarked
package org.copyflow.index.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.copyflow.logging;

import org.jspecify.annotations.NullMarked;

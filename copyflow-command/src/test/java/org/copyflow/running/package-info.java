@NullMarked
package org.copyflow.running;

import org.jspecify.annotations.NullMarked;

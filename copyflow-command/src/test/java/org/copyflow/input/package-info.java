@NullMarked
package org.copyflow.input;

import org.jspecify.annotations.NullMarked;

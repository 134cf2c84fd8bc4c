@NullMarked
package org.copyflow.launcher;

import org.jspecify.annotations.NullMarked;

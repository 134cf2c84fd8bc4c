@NullMarked
package org.copyflow.push;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.copyflow.formats.times;

import org.jspecify.annotations.NullMarked;

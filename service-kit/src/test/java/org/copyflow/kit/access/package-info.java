@NullMarked
package org.copyflow.kit.access;

import org.jspecify.annotations.NullMarked;

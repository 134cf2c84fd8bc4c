@NullMarked
package org.copyflow.index.instances;

import org.jspecify.annotations.NullMarked;

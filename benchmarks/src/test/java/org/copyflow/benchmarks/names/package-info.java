/// Tests of the package of the same name.
@NullMarked
package org.copyflow.benchmarks.names;

import org.jspecify.annotations.NullMarked;

/// Tests of reading damaged pages.
@NullMarked
package org.copyflow.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;

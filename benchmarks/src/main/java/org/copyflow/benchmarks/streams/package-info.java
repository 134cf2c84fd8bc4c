/// Measures event streams: many readers of a running Copyflow.
@NullMarked
package org.copyflow.benchmarks.streams;

import org.jspecify.annotations.NullMarked;

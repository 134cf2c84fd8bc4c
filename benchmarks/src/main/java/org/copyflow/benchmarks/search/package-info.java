/// How fast search is: generated articles enter, times and sizes leave. Read [SearchSpeed] first.
@NullMarked
package org.copyflow.benchmarks.search;

import org.jspecify.annotations.NullMarked;

/// Tests of training models of topics.
@NullMarked
package org.copyflow.benchmarks.topics;

import org.jspecify.annotations.NullMarked;

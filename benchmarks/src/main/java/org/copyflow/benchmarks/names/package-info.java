/// Trains the tagger of names on texts that a teacher labelled. Read [NameTraining].
@NullMarked
package org.copyflow.benchmarks.names;

import org.jspecify.annotations.NullMarked;

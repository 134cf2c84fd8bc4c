/// Trains the models of topics: seeds and texts without labels enter, a model file leaves. Read [TopicTraining].
@NullMarked
package org.copyflow.benchmarks.topics;

import org.jspecify.annotations.NullMarked;

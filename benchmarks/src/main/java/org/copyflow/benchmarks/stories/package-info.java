/// How well stories are told, and what comparing articles costs: [StoryClustering] on labelled titles,
/// [ComparisonMemory] on generated articles.
@NullMarked
package org.copyflow.benchmarks.stories;

import org.jspecify.annotations.NullMarked;

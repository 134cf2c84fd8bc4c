/// Trains and measures the extraction of articles from web pages on corpora that are given by path.
///
/// [BodyTraining] trains the two models of the body and says how they do on sites that they did not see;
/// [ExtractionPredictions] writes what the shipped reader finds, [ExtractionSpeed] times it.
@NullMarked
package org.copyflow.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;

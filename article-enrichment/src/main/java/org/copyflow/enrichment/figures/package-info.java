/// Every numeric claim of an article: its value, its unit, how exactly it is meant, and what it measures.
///
/// In: an analyzed article. Out: its figures in the order of the text. Read [FigureAnnotator]; numbers, units, dates
/// and context each have a package below.
@NullMarked
package org.copyflow.enrichment.figures;

import org.jspecify.annotations.NullMarked;

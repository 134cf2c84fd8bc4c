/// Dates, years, decades and times of day.
///
/// In: pieces. Out: a [StatedDate].
@NullMarked
package org.copyflow.enrichment.figures.dates;

import org.jspecify.annotations.NullMarked;

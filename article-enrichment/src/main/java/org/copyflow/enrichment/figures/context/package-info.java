/// What stands around a number: comparators, directions of change, the noun counted, what is measured, and whether
/// it is part of a name.
///
/// Read [Surroundings].
@NullMarked
package org.copyflow.enrichment.figures.context;

import org.jspecify.annotations.NullMarked;

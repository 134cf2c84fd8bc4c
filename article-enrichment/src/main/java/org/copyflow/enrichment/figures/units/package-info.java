/// Units and currencies, from the table beside them.
///
/// In: pieces after (or before) a number. Out: a [UnitMatch].
@NullMarked
package org.copyflow.enrichment.figures.units;

import org.jspecify.annotations.NullMarked;

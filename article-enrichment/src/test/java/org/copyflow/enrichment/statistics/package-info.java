/// Counts that can be checked by hand.
@NullMarked
package org.copyflow.enrichment.statistics;

import org.jspecify.annotations.NullMarked;

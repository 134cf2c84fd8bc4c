/// Counts that can be checked by hand.
@NullMarked
package org.copyflow.enrich.statistics;

import org.jspecify.annotations.NullMarked;

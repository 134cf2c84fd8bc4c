/// Which version is newer, on random arrivals.
@NullMarked
package org.copyflow.enrichment.decision;

import org.jspecify.annotations.NullMarked;

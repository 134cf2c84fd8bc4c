/// Which version is newer, on random arrivals.
@NullMarked
package org.copyflow.enrich.decision;

import org.jspecify.annotations.NullMarked;

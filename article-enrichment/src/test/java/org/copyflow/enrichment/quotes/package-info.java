/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrichment.quotes;

import org.jspecify.annotations.NullMarked;

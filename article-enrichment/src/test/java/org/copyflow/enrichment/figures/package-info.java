/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrichment.figures;

import org.jspecify.annotations.NullMarked;

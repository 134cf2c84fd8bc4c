/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrichment.entities.tagging;

import org.jspecify.annotations.NullMarked;

/// Tests of the links of entities.
@NullMarked
package org.copyflow.enrichment.entities.linking;

import org.jspecify.annotations.NullMarked;

/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrichment.entities;

import org.jspecify.annotations.NullMarked;

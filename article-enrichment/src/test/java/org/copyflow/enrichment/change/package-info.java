/// What is different between two versions.
@NullMarked
package org.copyflow.enrichment.change;

import org.jspecify.annotations.NullMarked;

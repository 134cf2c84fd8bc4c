/// What the lead of an article is.
@NullMarked
package org.copyflow.enrichment.summary;

import org.jspecify.annotations.NullMarked;

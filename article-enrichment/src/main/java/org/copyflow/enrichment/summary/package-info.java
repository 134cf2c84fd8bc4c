/// The article in its own first sentences. Read [org.copyflow.enrichment.summary.SummaryAnnotator].
@NullMarked
package org.copyflow.enrichment.summary;

import org.jspecify.annotations.NullMarked;

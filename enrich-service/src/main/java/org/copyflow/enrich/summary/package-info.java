/// The article in its own first sentences. Read [org.copyflow.enrich.summary.SummaryAnnotator].
@NullMarked
package org.copyflow.enrich.summary;

import org.jspecify.annotations.NullMarked;

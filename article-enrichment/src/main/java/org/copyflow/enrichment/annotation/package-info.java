/// What annotators take and give: read [Annotator].
@NullMarked
package org.copyflow.enrichment.annotation;

import org.jspecify.annotations.NullMarked;

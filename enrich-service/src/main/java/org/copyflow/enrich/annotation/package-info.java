/// What annotators take and give: read [Annotator].
@NullMarked
package org.copyflow.enrich.annotation;

import org.jspecify.annotations.NullMarked;

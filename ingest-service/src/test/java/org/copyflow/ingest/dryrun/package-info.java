/// How dry runs are bounded.
@NullMarked
package org.copyflow.ingest.dryrun;

import org.jspecify.annotations.NullMarked;

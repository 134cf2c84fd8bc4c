/// Keyed pushes are carried out once, by one of several instances.
@NullMarked
package org.copyflow.ingest.once;

import org.jspecify.annotations.NullMarked;

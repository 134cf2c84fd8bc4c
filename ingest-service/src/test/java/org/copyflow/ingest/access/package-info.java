/// Keys, signatures, quotas and the file of sources.
@NullMarked
package org.copyflow.ingest.access;

import org.jspecify.annotations.NullMarked;

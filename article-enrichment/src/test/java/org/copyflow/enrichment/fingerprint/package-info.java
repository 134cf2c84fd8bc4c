/// What a fingerprint sees, and what it does not.
@NullMarked
package org.copyflow.enrichment.fingerprint;

import org.jspecify.annotations.NullMarked;

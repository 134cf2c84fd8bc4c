/// Which phrases are picked, and which never are.
@NullMarked
package org.copyflow.enrichment.keyphrases;

import org.jspecify.annotations.NullMarked;

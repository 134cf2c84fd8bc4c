/// What articles are about.
@NullMarked
package org.copyflow.enrichment.topics;

import org.jspecify.annotations.NullMarked;

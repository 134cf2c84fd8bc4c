/// The vocabulary of topics.
@NullMarked
package org.copyflow.enrichment.topics.taxonomy;

import org.jspecify.annotations.NullMarked;

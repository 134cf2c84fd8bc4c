/// The enrichment library: bytes in, enriched articles out, no Kafka. Read [Enricher].
@NullMarked
package org.copyflow.enrichment.pipeline;

import org.jspecify.annotations.NullMarked;

/// The enrichment library: bytes in, enriched articles out, no Kafka. Read [Enricher].
@NullMarked
package org.copyflow.enrich.pipeline;

import org.jspecify.annotations.NullMarked;

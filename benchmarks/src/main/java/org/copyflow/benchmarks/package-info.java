/// How fast the pipeline is, and how much it takes.
///
/// [EnrichmentBenchmark] times the enrichment library by JMH, [PipelineLoad] a whole running pipeline from push to the
/// reader's event. Both push what [GeneratedArticles] makes.
@NullMarked
package org.copyflow.benchmarks;

import org.jspecify.annotations.NullMarked;

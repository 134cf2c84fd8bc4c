/// The enrichment library, which knows no Kafka: bytes become annotated articles. `pipeline` runs the annotators over
/// what a format's reader found, `decision` says what becomes of the document. Both the topology and a dry run call
/// [org.copyflow.enrichment.decision.CopyDesk]: start reading there.
@NullMarked
package org.copyflow.enrichment;

import org.jspecify.annotations.NullMarked;

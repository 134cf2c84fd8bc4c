/// What becomes of a raw document: a raw article and the newest version known of it in, a departure out.
///
/// Read [CopyDesk] first, then [Departure], the six ways to leave. [DocumentVersion] is what is remembered of a
/// document, and `VersionGuard` says which of two versions is newer. No Kafka here: the topology in `stream` carries
/// out what is decided, and `copyflow enrich` shows it.
@NullMarked
package org.copyflow.enrichment.decision;

import org.jspecify.annotations.NullMarked;

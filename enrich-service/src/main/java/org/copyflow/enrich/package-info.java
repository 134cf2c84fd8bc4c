/// The enrich service: raw documents become enriched articles. [EnrichService] is wired here, [EnrichSettings] says
/// what can be set; the work is in `stream` (the topology), `decision` (what becomes of a document) and `pipeline` (the
/// library), of which the last two know no Kafka.
@NullMarked
package org.copyflow.enrich;

import org.jspecify.annotations.NullMarked;

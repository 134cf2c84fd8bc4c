/// The enrich service: raw documents become enriched articles. [EnrichService] is wired here, [EnrichSettings] says
/// what
/// can be set; the work is in `stream` (the topology) and `pipeline` (the library, which knows no Kafka).
@NullMarked
package org.copyflow.enrich;

import org.jspecify.annotations.NullMarked;

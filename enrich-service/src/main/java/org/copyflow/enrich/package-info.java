/// The enrich service: raw documents become enriched articles. [EnrichService] is wired here, [EnrichSettings] says
/// what can be set; `stream` is the topology, which calls the library `org.copyflow.enrichment`.
@NullMarked
package org.copyflow.enrich;

import org.jspecify.annotations.NullMarked;

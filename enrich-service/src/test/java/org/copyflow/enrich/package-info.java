/// The service around the topology, without a broker.
@NullMarked
package org.copyflow.enrich;

import org.jspecify.annotations.NullMarked;

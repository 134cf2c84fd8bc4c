/// Near-duplicates: which articles are copies of which, across sources. Pure, no Kafka; read [Duplicates] first.
@NullMarked
package org.copyflow.index.duplicates;

import org.jspecify.annotations.NullMarked;

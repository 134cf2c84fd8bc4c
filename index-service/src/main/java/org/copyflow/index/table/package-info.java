/// What every instance knows by heart, in Kafka: [SharedTable].
@NullMarked
package org.copyflow.index.table;

import org.jspecify.annotations.NullMarked;

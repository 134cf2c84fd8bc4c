/// What is remembered of pushes that carry an idempotency key. [KeyedPush] is the one record.
@NullMarked
package org.copyflow.events.push;

import org.jspecify.annotations.NullMarked;

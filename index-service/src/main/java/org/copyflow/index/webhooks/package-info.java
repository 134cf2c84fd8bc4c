/// Webhooks: events are posted to an address as they happen, signed as Standard Webhooks has it, in order, again and
/// again until they arrive.
///
/// [Webhooks] is what the API talks to. What is asked for stands in Kafka ([WebhookRegister]); the instance
/// that works on a subscription's partition runs a [Courier] for it, a virtual thread of its own, so that one slow or
/// broken address delays nobody else. [Couriers] looks after them.
@NullMarked
package org.copyflow.index.webhooks;

import org.jspecify.annotations.NullMarked;

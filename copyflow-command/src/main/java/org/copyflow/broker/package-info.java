/// A real Kafka broker inside this process, and the folder that keeps its state. Read [EmbeddedBroker].
@NullMarked
package org.copyflow.broker;

import org.jspecify.annotations.NullMarked;

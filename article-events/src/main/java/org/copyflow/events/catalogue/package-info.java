/// The catalogue of Kafka topics: [org.copyflow.events.catalogue.EventTopics] spells each of them once, with the types
/// of its keys and values and what Kafka keeps of it.
@NullMarked
package org.copyflow.events.catalogue;

import org.jspecify.annotations.NullMarked;

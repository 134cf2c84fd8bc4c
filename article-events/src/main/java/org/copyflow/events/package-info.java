/// What crosses a Kafka topic, and nothing else.
///
/// Read [org.copyflow.events.catalogue.EventTopics] first: every Kafka topic with the types of its keys and values. The
/// records live in a package a family: `raw` (what was pushed, and what became of it), `article` (the enriched article)
/// and `topic` (what consumers follow). Here is what they share: ids and JSON. Nothing here knows another module.
@NullMarked
package org.copyflow.events;

import org.jspecify.annotations.NullMarked;

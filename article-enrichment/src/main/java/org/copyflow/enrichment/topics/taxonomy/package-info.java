/// IPTC Media Topics: a concept's id enters, its names and what it belongs to leave. Read [MediaTopics].
@NullMarked
package org.copyflow.enrichment.topics.taxonomy;

import org.jspecify.annotations.NullMarked;

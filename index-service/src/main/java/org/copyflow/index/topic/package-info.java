/// Which topics an article belongs to, and what a list shows of it: an enriched article enters, topic references and a
/// card leave. Pure functions; read [TopicsOf] first.
@NullMarked
package org.copyflow.index.topic;

import org.jspecify.annotations.NullMarked;

/// Live topic views: enriched articles enter from Kafka, views leave over HTTP, as events and as a web page.
///
/// `IndexService` wires the parts: `topic` says which topics an article has, `stream` keeps their views in a Streams
/// topology, `store` is what it keeps, `query` reads that, `live` hands on the feed as it happens, `http` is the API,
/// `page` the web page.
@NullMarked
package org.copyflow.index;

import org.jspecify.annotations.NullMarked;

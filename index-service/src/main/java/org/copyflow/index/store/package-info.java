/// What the topology keeps of articles and topics, and how it lies in its state stores.
///
/// Read [IndexStores] first: it names the stores and what they hold. [StoreKeys] says how keys are laid out,
/// [TopicCards] and [TopicEvents] keep a topic's articles and events within their limits. The package `stream`
/// writes, `query` reads.
@NullMarked
package org.copyflow.index.store;

import org.jspecify.annotations.NullMarked;

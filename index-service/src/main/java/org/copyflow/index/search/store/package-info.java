/// The search index on disk and the way articles come into it: enriched articles from Kafka enter, a Lucene index
/// leaves,
/// whose commits say how far it has read. Read [SearchIndex], then [SearchFeeder].
@NullMarked
package org.copyflow.index.search.store;

import org.jspecify.annotations.NullMarked;

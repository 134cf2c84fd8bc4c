/// Saved queries: those who save searches enter, an article enters, the queries that find it leave.
///
/// [QueryMatcher] holds the queries of the instance and asks all of them at once, [SavedQueries] keeps them on Kafka
/// and follows what other instances keep.
@NullMarked
package org.copyflow.index.saved;

import org.jspecify.annotations.NullMarked;

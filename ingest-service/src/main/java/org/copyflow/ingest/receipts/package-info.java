/// What became of an accepted article.
///
/// [Receipts] answers for a [org.copyflow.ingest.publish.Receipt]: [RawRecords] looks up what was accepted in
/// `articles.raw`, [OutcomeFollower] keeps the latest outcomes of `articles.outcomes` in [Outcomes].
@NullMarked
package org.copyflow.ingest.receipts;

import org.jspecify.annotations.NullMarked;

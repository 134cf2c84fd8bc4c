/// What became of an accepted article.
///
/// [Receipts] answers for a [org.copyflow.ingest.publish.Receipt]: [RawRecords] looks up what was accepted in
/// `articles.raw`, [TrailReader] keeps what other topics tell of it in [Trails].
@NullMarked
package org.copyflow.ingest.receipts;

import org.jspecify.annotations.NullMarked;

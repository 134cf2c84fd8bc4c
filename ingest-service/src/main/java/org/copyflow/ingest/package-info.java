/// The push API: newsrooms push articles over HTTP, and each becomes a raw event on Kafka.
///
/// In goes a body in its own media type and what the caller says of it; out comes a record on `articles.raw` and, for
/// the
/// caller, a receipt to ask with what became of it. [IngestService] wires the parts: `http` (what can be called) uses
/// `push` (is it acceptable, who is it?), `publish` (is it safe on Kafka?) and `receipts` (what became of it?).
@NullMarked
package org.copyflow.ingest;

import org.jspecify.annotations.NullMarked;

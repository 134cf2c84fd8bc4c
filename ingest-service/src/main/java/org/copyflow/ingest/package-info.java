/// The ways in: newsrooms push articles over HTTP, drop them into a folder or publish feeds of them, and each becomes
/// a raw event on Kafka.
///
/// In goes a body in its own media type and what the caller says of it; out comes a record on `articles.raw` and, for
/// the caller, a receipt to ask with what became of it. [IngestService] wires the parts: `http` (what can be called),
/// `folder` (what is dropped) and `feeds` (what is fetched) use `push` (is it acceptable, who is it?) and `publish` (is
/// it safe on Kafka?); `receipts` says what became of it.
@NullMarked
package org.copyflow.ingest;

import org.jspecify.annotations.NullMarked;

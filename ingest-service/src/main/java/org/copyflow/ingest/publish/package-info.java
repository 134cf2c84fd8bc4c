/// From accepted documents to records on `articles.raw`.
///
/// In goes a [org.copyflow.events.raw.RawArticle], out comes a [Receipt] once Kafka has acknowledged the record, or a
/// [NotPublishedException]. [RawArticlePublisher] is the contract, [KafkaPublisher]
/// keeps it; [Publication] publishes what came in together, and [PushCounts] counts it.
@NullMarked
package org.copyflow.ingest.publish;

import org.jspecify.annotations.NullMarked;

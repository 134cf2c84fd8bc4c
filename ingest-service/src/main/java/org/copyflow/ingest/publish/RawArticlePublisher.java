package org.copyflow.ingest.publish;

import java.util.concurrent.CompletableFuture;
import org.copyflow.events.raw.RawArticle;

/// Puts accepted documents where enrichment finds them. Thread-safe.
public interface RawArticlePublisher {

    /// Publishes a document.
    ///
    /// @param trace the trace that the push belongs to
    /// @return completes with the place of the record once it is safe there, or with a [NotPublishedException]; in
    ///     a bounded time in either case. The call itself may wait too, while the cluster is looked for
    CompletableFuture<Receipt> publish(RawArticle article, TraceParent trace);
}

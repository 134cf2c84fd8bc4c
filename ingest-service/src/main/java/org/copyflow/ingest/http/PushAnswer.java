package org.copyflow.ingest.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.Problem;
import org.jspecify.annotations.Nullable;

/// The answers to pushes, as JSON.
final class PushAnswer {

    private static final String RECEIPTS = "/v1/receipts/";

    private PushAnswer() {}

    /// One article is safe on Kafka.
    ///
    /// @param id the document's id
    /// @param receipt where to ask what became of it
    record Accepted(String id, String uri, String receipt, String status) {}

    /// One item of a batch.
    ///
    /// @param index its place in the batch, from 0
    /// @param status `accepted` or `refused`
    record Item(
            int index,
            String status,
            @Nullable String id,
            @Nullable String uri,
            @Nullable String receipt,
            @Nullable Problem problem) {}

    /// No item of a batch is safe on Kafka, and trying again may help: a problem that tells of the items too.
    ///
    /// @param items an [Item] each
    record NoneAccepted(@JsonUnwrapped Problem problem, Object items) {}

    static Accepted accepted(RawArticle article, Receipt receipt) {
        return new Accepted(article.documentId(), article.uri(), RECEIPTS + receipt, "accepted");
    }

    static Item accepted(int index, RawArticle article, Receipt receipt) {
        return new Item(index, "accepted", article.documentId(), article.uri(), RECEIPTS + receipt, null);
    }

    static Item refused(int index, Problem problem) {
        return new Item(index, "refused", null, null, null, problem);
    }
}

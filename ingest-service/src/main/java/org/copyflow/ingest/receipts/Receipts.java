package org.copyflow.ingest.receipts;

import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// Says what became of accepted articles. Thread-safe.
public final class Receipts {

    private final RawRecords records;
    private final Outcomes outcomes;

    public Receipts(RawRecords records, Outcomes outcomes) {
        this.records = records;
        this.outcomes = outcomes;
    }

    /// What became of the article; absent where none was accepted there, or Kafka no longer keeps it.
    ///
    /// @throws RawRecords.LookupException where Kafka did not answer in time
    public @Nullable ReceiptStatus find(Receipt receipt) {
        RawArticle article = records.find(receipt);
        if (article == null) {
            return null;
        }
        Outcomes.Kept outcome = outcomes.find(receipt);
        if (outcome == null) {
            boolean tooOld = article.receivedAt().isBefore(outcomes.completeSince());
            return status(receipt, article, tooOld ? "unknown" : "accepted");
        }
        return new ReceiptStatus(
                receipt.toString(),
                outcome.outcome().word(),
                article.documentId(),
                article.source(),
                article.uri(),
                article.receivedAt(),
                outcome.articleIds(article.documentId()),
                outcome.errorCode(),
                outcome.error(),
                outcome.at());
    }

    private static ReceiptStatus status(Receipt receipt, RawArticle article, String word) {
        return new ReceiptStatus(
                receipt.toString(),
                word,
                article.documentId(),
                article.source(),
                article.uri(),
                article.receivedAt(),
                List.of(),
                null,
                null,
                null);
    }
}

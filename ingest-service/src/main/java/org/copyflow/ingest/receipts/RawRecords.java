package org.copyflow.ingest.receipts;

import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// Looks accepted articles up again. Thread-safe.
public interface RawRecords {

    /// The article at the place, without its bytes; absent where none stands there, or none any more. Waits a bounded
    /// time.
    ///
    /// @throws LookupException where the answer could not be had in time
    @Nullable
    RawArticle find(Receipt receipt);

    /// Kafka did not answer.
    final class LookupException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LookupException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

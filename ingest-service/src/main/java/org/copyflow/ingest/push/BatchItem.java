package org.copyflow.ingest.push;

import org.copyflow.events.raw.RawArticle;
import org.copyflow.kit.server.ProblemException;

/// One item of a batch: it is accepted or refused by itself.
public sealed interface BatchItem {

    /// The article of an item that was taken.
    ///
    /// @throws ProblemException why it was refused
    RawArticle article();

    record Taken(RawArticle article) implements BatchItem {}

    record Refused(ProblemException reason) implements BatchItem {
        @Override
        public RawArticle article() {
            throw reason;
        }
    }
}

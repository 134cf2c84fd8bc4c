package org.copyflow.ingest.publish;

import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;

/// What became of one item of what came in together.
public sealed interface ItemOutcome {

    /// It is safe on Kafka.
    record Accepted(RawArticle article, Receipt receipt) implements ItemOutcome {}

    record Refused(ProblemException reason) implements ItemOutcome {}

    /// Whether it is not its own fault, and the same again may be accepted.
    default boolean worthRetrying() {
        return this instanceof Refused(ProblemException reason)
                && reason.problem().code().equals(Refusal.KAFKA_UNAVAILABLE.code());
    }
}

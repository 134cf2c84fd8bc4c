package org.copyflow.ingest.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Publication;
import org.copyflow.ingest.publish.Publication.Published;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.TraceParent;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;

/// Publishes what a request carries, and says how it is answered. Thread-safe.
final class Publishing {

    private final RawArticlePublisher publisher;
    private final Duration timeout;
    private final PushLog log;

    /// @param timeout how long Kafka may take to acknowledge
    Publishing(RawArticlePublisher publisher, Duration timeout, PushLog log) {
        this.publisher = publisher;
        this.timeout = timeout;
        this.log = log;
    }

    /// What a request carries.
    ///
    /// @param single whether it is answered as one article, and not as a list of them
    record Load(List<BatchItem> items, boolean single) {

        /// The articles of its items.
        ///
        /// @throws ProblemException where one was refused
        List<RawArticle> articles() {
            return items.stream().map(BatchItem::article).toList();
        }

        /// What its items hold beside the body: a body of several is copied.
        long bytesBeside(byte[] body) {
            long bytes = 0;
            for (BatchItem item : items) {
                if (item instanceof BatchItem.Taken(RawArticle article) && article.content() != body) {
                    bytes += article.content().length;
                }
            }
            return bytes;
        }
    }

    /// @throws ProblemException where a single article is refused
    Reply publish(Load load, PushLog.Caller caller, TraceParent trace) {
        var publication = new Publication(publisher, trace, timeout);
        if (!load.single()) {
            return publishEach(publication, load.items(), caller);
        }
        Published published =
                publication.acknowledged(publication.publish(load.items().getFirst()));
        log.accepted(published.article(), published.receipt());
        return Reply.accepted(published.article(), published.receipt());
    }

    /// Publishes all, then waits for each; every item has an answer of its own. Where none was accepted and Kafka is
    /// why for at least one, the answer as a whole asks to try again, and tells of the items besides.
    private Reply publishEach(Publication publication, List<BatchItem> items, PushLog.Caller caller) {
        List<CompletableFuture<Published>> published =
                items.stream().map(publication::publish).toList();
        var answers = new ArrayList<PushAnswer.Item>(items.size());
        boolean anyAccepted = false;
        ProblemException unavailable = null;
        for (CompletableFuture<Published> item : published) {
            try {
                Published done = publication.acknowledged(item);
                log.accepted(done.article(), done.receipt());
                answers.add(PushAnswer.accepted(answers.size(), done.article(), done.receipt()));
                anyAccepted = true;
            } catch (ProblemException e) {
                unavailable = isKafkaUnavailable(e) ? e : unavailable;
                log.refused(caller, e);
                answers.add(PushAnswer.refused(answers.size(), e.problem()));
            }
        }
        return anyAccepted || unavailable == null
                ? Reply.items(answers, unavailable == null)
                : Reply.noneAccepted(unavailable, answers);
    }

    private static boolean isKafkaUnavailable(ProblemException e) {
        return e.problem().code().equals(Refusal.KAFKA_UNAVAILABLE.code());
    }
}

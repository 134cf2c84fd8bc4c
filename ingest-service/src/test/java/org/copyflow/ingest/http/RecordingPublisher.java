package org.copyflow.ingest.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.NotPublishedException;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.publish.TraceParent;

/// Keeps what is published in memory, all on partition 3; says that Kafka is down where it is told to.
final class RecordingPublisher implements RawArticlePublisher {

    private final List<RawArticle> articles = new CopyOnWriteArrayList<>();
    private final List<TraceParent> traces = new CopyOnWriteArrayList<>();
    private volatile int downAfter = Integer.MAX_VALUE;
    private volatile boolean silent;

    @Override
    public CompletableFuture<Receipt> publish(RawArticle article, TraceParent trace) {
        if (silent) {
            return new CompletableFuture<>();
        }
        if (articles.size() >= downAfter) {
            return CompletableFuture.failedFuture(new NotPublishedException("Kafka is down for this test", true));
        }
        articles.add(article);
        traces.add(trace);
        return CompletableFuture.completedFuture(new Receipt(3, articles.size() - 1));
    }

    List<RawArticle> articles() {
        return articles;
    }

    RawArticle only() {
        if (articles.size() != 1) {
            throw new AssertionError("expected one article, got " + articles);
        }
        return articles.getFirst();
    }

    List<TraceParent> traces() {
        return traces;
    }

    void goDownAfter(int accepted) {
        downAfter = accepted;
    }

    void neverAnswer() {
        silent = true;
    }
}

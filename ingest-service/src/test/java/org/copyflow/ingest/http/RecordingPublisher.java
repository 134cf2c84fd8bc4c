package org.copyflow.ingest.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.NotPublishedException;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.publish.TraceParent;
import org.jspecify.annotations.Nullable;

/// Keeps what is published in memory, all on partition 3; says that Kafka is down where it is told to.
public final class RecordingPublisher implements RawArticlePublisher {

    private final List<RawArticle> articles = new CopyOnWriteArrayList<>();
    private final List<TraceParent> traces = new CopyOnWriteArrayList<>();
    private volatile int downAfter = Integer.MAX_VALUE;
    private volatile boolean silent;
    private volatile @Nullable CountDownLatch closedGate;
    private final AtomicInteger held = new AtomicInteger();

    @Override
    public CompletableFuture<Receipt> publish(RawArticle article, TraceParent trace) {
        if (silent) {
            return new CompletableFuture<>();
        }
        CountDownLatch gate = closedGate;
        if (gate != null) {
            held.incrementAndGet();
            await(gate);
        }
        if (articles.size() >= downAfter) {
            return CompletableFuture.failedFuture(new NotPublishedException("Kafka is down for this test", true));
        }
        articles.add(article);
        traces.add(trace);
        return CompletableFuture.completedFuture(new Receipt(3, articles.size() - 1));
    }

    public List<RawArticle> articles() {
        return articles;
    }

    public RawArticle only() {
        if (articles.size() != 1) {
            throw new AssertionError("expected one article, got " + articles);
        }
        return articles.getFirst();
    }

    List<TraceParent> traces() {
        return traces;
    }

    public void goDownAfter(int accepted) {
        downAfter = accepted;
    }

    void neverAnswer() {
        silent = true;
    }

    /// Holds all publications up until [#letGo()].
    void hold() {
        closedGate = new CountDownLatch(1);
    }

    int held() {
        return held.get();
    }

    void letGo() {
        CountDownLatch gate = closedGate;
        closedGate = null;
        if (gate != null) {
            gate.countDown();
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

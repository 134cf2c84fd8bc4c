package org.copyflow.ingest.dryrun;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// Answers dry runs on threads of its own, so many at once: they cost processor time that pushes need. One that takes
/// too long is answered before it ends, and keeps its thread until then. Thread-safe.
public final class DryRuns implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);

    /// A thread takes the next one a little after the answer to its last.
    private static final Duration FREE_AGAIN_WITHIN = Duration.ofMillis(100);

    private final Supplier<CopyDesk> desks;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable FirstPush firstPush;

    /// @param desks asked once, at the first dry run: makes what holds the models
    /// @param maxAtOnce how many may be under way
    /// @param timeout how long one may take
    public DryRuns(Supplier<CopyDesk> desks, int maxAtOnce, Duration timeout) {
        this.desks = desks;
        this.timeout = timeout;
        this.threads = new ThreadPoolExecutor(
                0,
                maxAtOnce,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("ingest-dry-run-", 0).factory(),
                DryRuns::handOver);
    }

    /// What the articles would come to.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where too many are under way, or it takes too long
    public FirstPush.Result of(List<RawArticle> articles) {
        Future<FirstPush.Result> result = start(articles);
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw Refusal.DRY_RUN_TIMEOUT.because(
                    "The dry run was not done after " + timeout.toMillis()
                            + " ms, the limit. Try again with less at once; a push itself has no such limit.",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dry run failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    /// Waits for nothing: what is under way is thrown away.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Future<FirstPush.Result> start(List<RawArticle> articles) {
        try {
            return threads.submit(() -> loaded().of(articles, null));
        } catch (RejectedExecutionException e) {
            throw busy(e);
        }
    }

    private static void handOver(Runnable run, ThreadPoolExecutor threads) {
        try {
            if (!threads.isShutdown()
                    && threads.getQueue().offer(run, FREE_AGAIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("every thread is at a dry run");
    }

    private RuntimeException busy(Exception cause) {
        return Refusal.DRY_RUNS_BUSY.because(
                "There are " + threads.getMaximumPoolSize()
                        + " dry runs under way, which is the limit. Try again a little later.",
                cause);
    }

    private FirstPush loaded() {
        FirstPush loaded = firstPush;
        if (loaded != null) {
            return loaded;
        }
        loading.lock();
        try {
            FirstPush now = firstPush;
            if (now == null) {
                now = new FirstPush(desks.get(), true);
                firstPush = now;
            }
            return now;
        } finally {
            loading.unlock();
        }
    }
}

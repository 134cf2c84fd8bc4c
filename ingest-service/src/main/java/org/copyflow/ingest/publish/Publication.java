package org.copyflow.ingest.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// The publication of what came in together, as one request's articles or one file's: once Kafka has failed one of them
/// as a whole, the others are not tried any more, so that a batch does not wait for its timeout many times over. Not
/// thread-safe.
public final class Publication {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RawArticlePublisher publisher;
    private final TraceParent trace;
    private final Duration timeout;
    private @Nullable CompletableFuture<Receipt> last;

    /// @param timeout how long Kafka may take to acknowledge an article
    public Publication(RawArticlePublisher publisher, TraceParent trace, Duration timeout) {
        this.publisher = publisher;
        this.trace = trace;
        this.timeout = timeout.plus(GRACE);
    }

    /// An article and where it stands.
    public record Published(RawArticle article, Receipt receipt) {}

    /// Starts to publish; [#acknowledged] waits for the end of it.
    public CompletableFuture<Published> publish(RawArticle article) {
        CompletableFuture<Receipt> before = last;
        boolean down = before != null && before.isCompletedExceptionally() && isWorthRetrying(before.exceptionNow());
        CompletableFuture<Receipt> now = before != null && down ? before : publisher.publish(article, trace);
        last = now;
        return now.thenApply(receipt -> new Published(article, receipt));
    }

    /// Starts to publish an item of a batch; one that was refused stays so.
    public CompletableFuture<Published> publish(BatchItem item) {
        return switch (item) {
            case BatchItem.Taken(RawArticle article) -> publish(article);
            case BatchItem.Refused(ProblemException reason) -> CompletableFuture.failedFuture(reason);
        };
    }

    /// Waits until Kafka has the article.
    ///
    /// @throws ProblemException where it does not acknowledge it in time (code `kafka-unavailable`), or it is
    ///     refused
    public Published acknowledged(CompletableFuture<Published> published) {
        try {
            return published.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refusal(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /// Waits until Kafka has the article, or it is known that it has not.
    public ItemOutcome outcome(CompletableFuture<Published> published) {
        try {
            Published done = acknowledged(published);
            return new ItemOutcome.Accepted(done.article(), done.receipt());
        } catch (ProblemException e) {
            return new ItemOutcome.Refused(e);
        }
    }

    private static ProblemException refusal(Throwable failure) {
        if (failure instanceof ProblemException reason) {
            return reason;
        }
        return isWorthRetrying(failure)
                ? unavailable(failure)
                : Refusal.BODY_TOO_LARGE.because(
                        "Kafka takes no record as large as this article. Push less at once, or ask the operator.",
                        failure);
    }

    private static boolean isWorthRetrying(Throwable failure) {
        return !(failure instanceof NotPublishedException e) || e.worthRetrying();
    }

    private static ProblemException unavailable(Throwable cause) {
        return Refusal.KAFKA_UNAVAILABLE.because(
                "Kafka did not acknowledge the article in time. Whether it arrived is not certain: push it again,"
                        + " unchanged; a second copy is dropped as a duplicate.",
                cause);
    }
}

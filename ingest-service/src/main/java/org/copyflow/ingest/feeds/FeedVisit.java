package org.copyflow.ingest.feeds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.ItemOutcome;
import org.copyflow.ingest.publish.Publication;
import org.copyflow.ingest.publish.Publication.Published;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.TraceParent;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// One look at one feed: asks for it, publishes what is new or changed in it, oldest first, and says what is to be
/// remembered. Nothing is remembered as seen before Kafka has it. Thread-safe.
final class FeedVisit {

    /// So much of a SHA-256 tells two versions of an item apart.
    private static final int HASH_CHARS = "sha256:".length() + 32;

    private final FeedClient client;
    private final FeedItems feedItems;
    private final RawArticlePublisher publisher;
    private final Duration publishTimeout;
    private final FeedLog log;

    FeedVisit(
            FeedClient client,
            FeedItems feedItems,
            RawArticlePublisher publisher,
            Duration publishTimeout,
            FeedLog log) {
        this.client = client;
        this.feedItems = feedItems;
        this.publisher = publisher;
        this.publishTimeout = publishTimeout;
        this.log = log;
    }

    /// What a look came to.
    enum Outcome {
        NEW,
        UNCHANGED,
        FAILED,
        GONE,
        KAFKA_UNAVAILABLE
    }

    /// @param memory what to remember, but for when to look again
    /// @param pushed how many items were published
    /// @param retryAfter how long the server asks to be left alone
    record Result(
            Outcome outcome,
            FeedMemory memory,
            int pushed,
            @Nullable Duration retryAfter) {

        static Result of(Outcome outcome, FeedMemory memory) {
            return new Result(outcome, memory, 0, null);
        }
    }

    Result look(Feed feed, FeedMemory memory) {
        return switch (client.fetch(memory.address(feed), memory.etag(), memory.lastModified())) {
            case Fetched.NotModified _ -> Result.of(Outcome.UNCHANGED, memory.unchanged());
            case Fetched.Gone _ -> Result.of(Outcome.GONE, memory.stopped());
            case Fetched.Failed(String code, String detail, Duration retryAfter) ->
                new Result(Outcome.FAILED, memory.failed(code + ": " + detail), 0, retryAfter);
            case Fetched.Body body -> read(feed, memory, body);
        };
    }

    private Result read(Feed feed, FeedMemory memory, Fetched.Body body) {
        List<BatchItem> items;
        try {
            items = feedItems.of(feed, body);
        } catch (ProblemException e) {
            String problem = e.problem().code() + ": " + memory.address(feed) + ": "
                    + e.problem().detail();
            return Result.of(Outcome.FAILED, memory.failed(problem));
        }
        var seen = new LinkedHashMap<String, String>();
        List<RawArticle> changed = changed(feed, items, memory.items(), seen);
        var publication = new Publication(publisher, TraceParent.of(null), publishTimeout);
        List<CompletableFuture<Published>> published =
                changed.stream().map(publication::publish).toList();
        int pushed = 0;
        boolean all = true;
        for (int i = 0; i < published.size(); i++) {
            ItemOutcome outcome = publication.outcome(published.get(i));
            if (outcome.worthRetrying()) {
                all = false;
                continue;
            }
            seen.put(changed.get(i).documentId(), hash(changed.get(i)));
            switch (outcome) {
                case ItemOutcome.Accepted(RawArticle article, var _) -> {
                    pushed++;
                    log.accepted(article);
                }
                case ItemOutcome.Refused(ProblemException reason) -> log.refused(feed, reason);
            }
        }
        FeedMemory now = memory.with(seen);
        return all
                ? new Result(pushed == 0 ? Outcome.UNCHANGED : Outcome.NEW, now.dealtWith(body), pushed, null)
                : new Result(Outcome.KAFKA_UNAVAILABLE, now.unfinished(), pushed, null);
    }

    /// The items that are not known as they are, oldest first: feeds begin with the newest.
    ///
    /// @param seen takes those that are known
    private List<RawArticle> changed(
            Feed feed, List<BatchItem> items, Map<String, String> known, Map<String, String> seen) {
        var changed = new LinkedHashMap<String, RawArticle>();
        for (BatchItem item : items) {
            switch (item) {
                case BatchItem.Refused(ProblemException reason) -> log.refused(feed, reason);
                case BatchItem.Taken(RawArticle article) -> {
                    String id = article.documentId();
                    if (hash(article).equals(known.get(id))) {
                        seen.putIfAbsent(id, hash(article));
                    } else if (!seen.containsKey(id)) {
                        changed.putIfAbsent(id, article); // an item that stands there twice: the first counts
                    }
                }
            }
        }
        return new ArrayList<>(changed.values()).reversed();
    }

    private static String hash(RawArticle article) {
        return DocumentIds.contentUri(article.content()).substring(0, HASH_CHARS);
    }
}

package org.copyflow.index.query;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.copyflow.index.query.TopicQuery.Order;
import org.jspecify.annotations.Nullable;

/// All topics in the orders in which they are listed. Made anew, by whoever asks, when it is older than a second or
/// than twenty times what making it took, so that lists of very many topics cannot take a core. Thread-safe.
final class TopicDirectory {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int COST_FACTOR = 20;

    private static final Comparator<TopicSummary> BY_ARTICLES =
            Comparator.comparingLong(TopicSummary::articles).reversed().thenComparing(TopicSummary::id);
    private static final Comparator<TopicSummary> BY_UPDATE =
            Comparator.comparing(TopicSummary::updatedAt).reversed().thenComparing(TopicSummary::id);

    private final Supplier<Map<Integer, Long>> covered;
    private final Supplier<List<TopicSummary>> all;
    private final LongSupplier nanoTime;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Listing listing;

    private record Listing(
            Map<Integer, Long> coverage,
            List<TopicSummary> byArticles,
            List<TopicSummary> byUpdate,
            long madeAt,
            long cost) {}

    /// @param covered for each partition of the feed, the offset of the last event that `all` would show
    TopicDirectory(Supplier<Map<Integer, Long>> covered, Supplier<List<TopicSummary>> all, LongSupplier nanoTime) {
        this.covered = covered;
        this.all = all;
        this.nanoTime = nanoTime;
    }

    TopicList list(TopicQuery query) {
        Listing now = fresh();
        List<TopicSummary> ordered = query.order() == Order.ARTICLES ? now.byArticles() : now.byUpdate();
        List<TopicSummary> selected = ordered.stream().filter(query::selects).toList();
        return new TopicList(selected.stream().limit(query.limit()).toList(), selected.size());
    }

    /// For each partition of the feed, the offset of the last event that a list made from now on is sure to show.
    Map<Integer, Long> coverage() {
        return fresh().coverage();
    }

    private Listing fresh() {
        Listing there = listing;
        if (there != null && !isOld(there)) {
            return there;
        }
        making.lock();
        try {
            there = listing;
            if (there == null || isOld(there)) {
                there = make();
                listing = there;
            }
            return there;
        } finally {
            making.unlock();
        }
    }

    private boolean isOld(Listing there) {
        return nanoTime.getAsLong() - there.madeAt() > Math.max(FRESH.toNanos(), COST_FACTOR * there.cost());
    }

    private Listing make() {
        long start = nanoTime.getAsLong();
        Map<Integer, Long> coverage = covered.get(); // before the topics, which go on
        List<TopicSummary> topics = all.get();
        List<TopicSummary> byArticles = sorted(topics, BY_ARTICLES);
        List<TopicSummary> byUpdate = sorted(topics, BY_UPDATE);
        long end = nanoTime.getAsLong();
        return new Listing(coverage, byArticles, byUpdate, end, end - start);
    }

    private static List<TopicSummary> sorted(List<TopicSummary> topics, Comparator<TopicSummary> order) {
        Stream<TopicSummary> held = topics.stream().filter(topic -> topic.articles() > 0);
        return held.sorted(order).toList();
    }
}

package org.copyflow.index.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.instances.PatientReads.Kept;
import org.copyflow.index.query.TopicQuery.Order;
import org.jspecify.annotations.Nullable;

/// All topics, and the orders in which they are listed. Made anew, by whoever asks, when it is older than a second or
/// than twenty times what making it took, so that lists of very many topics cannot take a core. Thread-safe.
final class TopicDirectory {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int COST_FACTOR = 20;

    private final Supplier<Map<Integer, Long>> covered;
    private final Supplier<List<TopicSummary>> all;
    private final Function<String, List<String>> otherNames;
    private final PatientReads reads;
    private final LongSupplier nanoTime;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Listing listing;

    /// @param ordered the topics in the orders that were asked for
    private record Listing(
            Map<Integer, Long> coverage,
            Kept<List<TopicSummary>> topics,
            Map<Order, List<TopicSummary>> ordered,
            long madeAt,
            long cost) {

        List<TopicSummary> in(Order order) {
            return ordered.computeIfAbsent(
                    order,
                    _ -> topics.value().stream().sorted(order.comparator()).toList());
        }
    }

    /// @param covered for each partition of the feed, the offset of the last event that `all` would show
    /// @param otherNames by what names a topic's vocabulary knows it besides
    /// @param reads told of what the lists have to say of themselves
    TopicDirectory(
            Supplier<Map<Integer, Long>> covered,
            Supplier<List<TopicSummary>> all,
            Function<String, List<String>> otherNames,
            PatientReads reads,
            LongSupplier nanoTime) {
        this.covered = covered;
        this.all = all;
        this.otherNames = otherNames;
        this.reads = reads;
        this.nanoTime = nanoTime;
    }

    TopicList list(TopicQuery query) {
        NameWords words = query.words() == null ? null : new NameWords(query.words());
        List<TopicSummary> selected = fresh().in(query.order()).stream()
                .filter(topic -> query.selects(topic) && (words == null || isCalled(topic, words)))
                .toList();
        List<TopicSummary> rest = selected.stream()
                .filter(query.isAhead())
                .limit(query.limit() + 1L)
                .toList();
        if (rest.size() <= query.limit()) {
            return new TopicList(rest, selected.size());
        }
        List<TopicSummary> page = rest.subList(0, query.limit());
        return new TopicList(page, selected.size(), new TopicPlace(query.order(), page.getLast()));
    }

    private boolean isCalled(TopicSummary topic, NameWords words) {
        return words.in(topic.name())
                || words.in(topic.id().substring(topic.id().indexOf(':') + 1))
                || otherNames.apply(topic.id()).stream().anyMatch(words::in);
    }

    /// For each partition of the feed, the offset of the last event that a list made from now on is sure to show.
    Map<Integer, Long> coverage() {
        return fresh().coverage();
    }

    private Listing fresh() {
        Listing there = listing;
        if (there == null || isOld(there)) {
            there = made();
        }
        var _ = reads.tell(there.topics());
        return there;
    }

    private Listing made() {
        making.lock();
        try {
            Listing there = listing;
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
        Kept<List<TopicSummary>> topics = reads.keep(
                () -> all.get().stream().filter(topic -> topic.articles() > 0).toList());
        long end = nanoTime.getAsLong();
        return new Listing(coverage, topics, new ConcurrentHashMap<>(), end, end - start);
    }
}

package org.copyflow.index.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.RawPlace;
import org.copyflow.index.feed.FeedEvent;

/// Counts, for each raw record, the subscriptions that follow what it changed and those to which all of that was
/// written. A raw record's events come within moments of each other; its count ends a second after the first of
/// them if all are written by then, and after five in any case. Where it changed several articles, those are
/// counted who follow the most followed of them. Beyond 10,000 counts at a time further ones are left out. Thread-safe.
public final class Deliveries {

    private static final int MAX_COUNTS = 10_000;
    private static final Duration GATHERED_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<RawPlace, Count> counts = new ConcurrentHashMap<>();

    public Deliveries(InstantSource clock) {
        this.clock = clock;
    }

    /// One raw record: how many follow its events, and how many of these still wait to be written.
    private static final class Count {

        private final String documentId;
        private final Instant since;
        private final AtomicInteger waiting = new AtomicInteger();
        private final Map<String, Integer> byArticle = new ConcurrentHashMap<>();

        Count(String documentId, Instant since) {
            this.documentId = documentId;
            this.since = since;
        }

        boolean isOver(Instant now) {
            Duration age = Duration.between(since, now);
            return age.compareTo(PATIENCE) >= 0 || (age.compareTo(GATHERED_FOR) >= 0 && waiting.get() <= 0);
        }

        int subscribers() {
            return byArticle.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        int reached() {
            return subscribers() - Math.clamp(waiting.get(), 0, subscribers());
        }
    }

    /// So many subscriptions follow the event.
    void matched(FeedEvent event, int subscriptions) {
        RawPlace origin = event.origin();
        if (origin == null || subscriptions == 0 || (counts.size() >= MAX_COUNTS && !counts.containsKey(origin))) {
            return;
        }
        String articleId = event.event().article().id();
        Count count =
                counts.computeIfAbsent(origin, _ -> new Count(DocumentIds.documentOf(articleId), clock.instant()));
        count.waiting.addAndGet(subscriptions);
        count.byArticle.merge(articleId, subscriptions, Integer::sum);
    }

    /// The event was written to a subscription's reader. A count that is over takes nothing more: what is written late
    /// was not delivered in time.
    void written(FeedEvent event) {
        RawPlace origin = event.origin();
        Count count = origin == null ? null : counts.get(origin);
        if (count != null) {
            count.waiting.decrementAndGet();
        }
    }

    /// Takes the counts that are over.
    public List<ArticleDelivery> take() {
        Instant now = clock.instant();
        var over = new ArrayList<ArticleDelivery>();
        counts.forEach((place, count) -> {
            if (count.isOver(now) && counts.remove(place, count)) {
                over.add(new ArticleDelivery(
                        count.documentId,
                        place.partition(),
                        place.offset(),
                        ArticleDelivery.SSE,
                        count.subscribers(),
                        count.reached(),
                        now));
            }
        });
        return over;
    }
}

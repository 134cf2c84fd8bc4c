package org.copyflow.index.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.RawPlace;

/// Counts, for each raw record, the subscriptions that follow what it changed and those to which all of that was
/// written. A raw record's events come within moments of each other; its count ends a second after the first of
/// them if all are written by then, and after five in any case. Beyond 10,000 counts at a time further ones are
/// left out. Thread-safe.
public final class Deliveries {

    private static final int MAX_COUNTS = 10_000;
    private static final Duration GATHERED_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<RawPlace, Count> counts = new LinkedHashMap<>();

    public Deliveries(InstantSource clock) {
        this.clock = clock;
    }

    /// One raw record: for each subscription, how many of its events still wait to be written.
    private record Count(String documentId, Instant since, Map<Subscription, Integer> waiting) {

        int reached() {
            return Math.toIntExact(
                    waiting.values().stream().filter(events -> events <= 0).count());
        }

        boolean isOver(Instant now) {
            Duration age = Duration.between(since, now);
            return age.compareTo(PATIENCE) >= 0 || (age.compareTo(GATHERED_FOR) >= 0 && reached() == waiting.size());
        }
    }

    /// A subscription follows the event.
    void matched(FeedEvent event, Subscription subscription) {
        change(event, subscription, 1);
    }

    /// The event was written to the subscription's reader.
    public void written(FeedEvent event, Subscription subscription) {
        change(event, subscription, -1);
    }

    /// Takes the counts that are over.
    public synchronized List<ArticleDelivery> take() {
        Instant now = clock.instant();
        var over = new ArrayList<ArticleDelivery>();
        counts.entrySet().removeIf(entry -> {
            Count count = entry.getValue();
            if (!count.isOver(now)) {
                return false;
            }
            RawPlace place = entry.getKey();
            over.add(new ArticleDelivery(
                    count.documentId(),
                    place.partition(),
                    place.offset(),
                    ArticleDelivery.SSE,
                    count.waiting().size(),
                    count.reached(),
                    now));
            return true;
        });
        return over;
    }

    /// A count that is over takes nothing more: what is written late was not delivered in time.
    private synchronized void change(FeedEvent event, Subscription subscription, int events) {
        RawPlace origin = event.origin();
        if (origin == null) {
            return;
        }
        Count count = counts.get(origin);
        if (count == null && events > 0 && counts.size() < MAX_COUNTS) {
            String documentId = DocumentIds.documentOf(event.event().article().id());
            count = new Count(documentId, clock.instant(), new HashMap<>());
            counts.put(origin, count);
        }
        if (count != null && (events > 0 || count.waiting().containsKey(subscription))) {
            count.waiting().merge(subscription, events, Integer::sum);
        }
    }
}

package org.copyflow.index.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.copyflow.index.live.SubscriptionRefusedException.Reason;

/// All subscribers of this instance, and the way of an event to those that follow it: a look-up by topic and one by
/// kind, whatever the number of subscribers. Thread-safe; events come from one thread.
public final class Subscribers {

    private final int maxSubscribers;
    private final int queueEvents;
    private final Deliveries deliveries;
    private final Counter lagged;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Interest, Set<Subscription>> byInterest = new ConcurrentHashMap<>();
    private final Map<Integer, Long> passed = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private volatile boolean stopped;

    /// @param maxSubscribers how many there may be at a time
    /// @param queueEvents how many events wait for a slow reader before it is cut off
    /// @param deliveries what counts who follows an event and who got it
    public Subscribers(int maxSubscribers, int queueEvents, Deliveries deliveries, MeterRegistry registry) {
        this.maxSubscribers = maxSubscribers;
        this.queueEvents = queueEvents;
        this.deliveries = deliveries;
        Gauge.builder("copyflow.index.subscribers", count, AtomicInteger::get)
                .description("Open event streams")
                .register(registry);
        lagged = Counter.builder("copyflow.index.subscribers.lagged")
                .description("Event streams that were cut off because their reader was too slow")
                .register(registry);
    }

    /// Begins a subscription. Close it.
    ///
    /// @throws SubscriptionRefusedException before the feed is followed, while the service stops, and at the limit
    public Subscription subscribe(Interest interest) {
        if (!ready || stopped) {
            throw new SubscriptionRefusedException(ready ? Reason.STOPPING : Reason.STARTING);
        }
        if (count.incrementAndGet() > maxSubscribers) {
            count.decrementAndGet();
            throw new SubscriptionRefusedException(Reason.FULL);
        }
        var subscription = new Subscription(interest, queueEvents, deliveries, this::remove);
        byInterest.compute(interest, (_, set) -> {
            Set<Subscription> all = set == null ? ConcurrentHashMap.newKeySet() : set;
            all.add(subscription);
            return all;
        });
        // in this order, and `passed` is set before an event is handed out: what is not in the queue has passed
        subscription.startsAfter(passed);
        if (stopped) {
            subscription.stop();
        }
        return subscription;
    }

    /// Says up to where a partition of the feed was read before anybody could subscribe; -1 where nothing was seen.
    public void startAt(int partition, long lastOffset) {
        passed.put(partition, lastOffset);
    }

    /// Subscribers are taken from now on.
    public void ready() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    /// Hands an event to everybody who follows it.
    ///
    /// @param event made only if anybody does
    public void publish(String topicId, int partition, long offset, Supplier<FeedEvent> event) {
        if (passed.getOrDefault(partition, -1L) >= offset) {
            return; // read again after a failure
        }
        passed.put(partition, offset);
        Set<Subscription> ofTopic = byInterest.getOrDefault(new Interest.Topic(topicId), Set.of());
        Set<Subscription> ofKind = byInterest.getOrDefault(new Interest.Kind(kind(topicId)), Set.of());
        if (!ofTopic.isEmpty() || !ofKind.isEmpty()) {
            FeedEvent made = event.get();
            ofTopic.forEach(subscription -> put(subscription, made));
            ofKind.forEach(subscription -> put(subscription, made));
        }
    }

    /// Ends all subscriptions, and takes no more.
    public void stop() {
        stopped = true;
        byInterest.values().forEach(all -> all.forEach(Subscription::stop));
    }

    private void put(Subscription subscription, FeedEvent event) {
        deliveries.matched(event, subscription);
        if (subscription.put(event)) {
            return;
        }
        lagged.increment();
        detach(subscription);
    }

    private void remove(Subscription subscription) {
        detach(subscription);
        count.decrementAndGet();
    }

    private void detach(Subscription subscription) {
        byInterest.computeIfPresent(subscription.interest(), (_, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    private static String kind(String topicId) {
        int colon = topicId.indexOf(':');
        return colon < 0 ? topicId : topicId.substring(0, colon);
    }
}

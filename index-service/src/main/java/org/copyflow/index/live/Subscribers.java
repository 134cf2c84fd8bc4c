package org.copyflow.index.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.RecentEvents;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Stretch;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.live.SubscriptionRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/// All subscribers of this instance, the latest events, and the way of an event to those whom it concerns: a look-up by
/// topic, and each filter asked once, however many follow it. Thread-safe; events come from one thread. Under one lock
/// an event is remembered and handed out, and a subscriber takes a copy of what is remembered and joins: nothing is
/// lost between the two, and nothing comes twice.
public final class Subscribers {

    private static final int QUEUE_OF_A_WEBHOOK = 50; // it reads on by itself

    private final Limits limits;
    private final Deliveries deliveries;
    private final Withdrawals withdrawals;
    private final Counter lagged;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Interest, Set<Subscription>> byInterest = new ConcurrentHashMap<>();
    private final Map<Integer, Long> passed = new TreeMap<>();
    private final List<Cursor> awaited = new ArrayList<>();
    private final RecentEvents recent;
    private @Nullable String feed;
    private volatile boolean ready;
    private volatile boolean stopped;

    /// How many and how much.
    ///
    /// @param subscribers how many there may be at a time
    /// @param queueEvents how many events wait for a slow reader before it is cut off
    /// @param rememberedEvents how many of the latest events are kept for those who come back
    public record Limits(int subscribers, int queueEvents, int rememberedEvents) {}

    /// Those who see an event alike.
    private record Concerned(Set<Subscription> all, SeenEvent event) {}

    /// What is remembered at a moment, and how far the feed was followed. Filters are asked of it outside the lock.
    private record Moment(RecentEvents recent, Cursor position) {

        Stretch latest(Filter filter, int limit) {
            return recent.latest(filter, position, limit);
        }

        Stretch after(Cursor cursor, Filter filter, int limit) {
            return recent.after(cursor, filter, position, limit);
        }
    }

    /// A subscription that everything comes to after a moment.
    private record Joined(Subscription subscription, Moment then) {

        Subscription beginning(Function<Moment, Stretch> before) {
            try {
                return subscription.beginning(before.apply(then));
            } catch (RuntimeException e) {
                subscription.close();
                throw e;
            }
        }
    }

    /// @param deliveries what counts who follows an event and who got it
    /// @param withdrawals what is noted of every event
    public Subscribers(Limits limits, Deliveries deliveries, Withdrawals withdrawals, MeterRegistry registry) {
        this.limits = limits;
        this.deliveries = deliveries;
        this.withdrawals = withdrawals;
        recent = new RecentEvents(limits.rememberedEvents(), withdrawals::readable);
        Gauge.builder("copyflow.index.subscribers", count, AtomicInteger::get)
                .description("Open event streams")
                .register(registry);
        lagged = Counter.builder("copyflow.index.subscribers.lagged")
                .description("Event streams that were cut off because their reader was too slow")
                .register(registry);
    }

    /// Begins a subscription to a topic, with what happens from now on. Close it.
    ///
    /// @throws SubscriptionRefusedException before the feed is followed, while the service stops, and at the limit
    public Subscription subscribe(String topicId) {
        return join(new Interest.Topic(topicId), true).subscription();
    }

    /// Begins a subscription with the latest events that concern it, so many at most. Close it.
    ///
    /// @throws SubscriptionRefusedException likewise
    public Subscription subscribe(Filter filter, int latest) {
        return join(new Interest.Filtered(filter), true).beginning(then -> then.latest(filter, latest));
    }

    /// Begins a subscription with what followed a cursor. Close it.
    ///
    /// @return absent where not all of that is remembered: read on in the log
    /// @throws SubscriptionRefusedException likewise
    public @Nullable Subscription resume(Filter filter, Cursor after) {
        return resume(filter, after, true);
    }

    /// The same for a webhook: it takes no place from readers of streams, nor they from it, however many there are.
    public @Nullable Subscription deliver(Filter filter, Cursor after) {
        return resume(filter, after, false);
    }

    /// An event that was taken before, as it may be told by now.
    public SeenEvent readable(SeenEvent seen) {
        return withdrawals.readable(seen.feedEvent()).as(seen.event().change());
    }

    private @Nullable Subscription resume(Filter filter, Cursor after, boolean ofReader) {
        Joined joined;
        synchronized (this) {
            if (!recent.covers(after) && ready) {
                return null;
            }
            joined = join(new Interest.Filtered(filter), ofReader);
        }
        return joined.beginning(then -> then.after(after, filter, Integer.MAX_VALUE));
    }

    /// What followed a cursor.
    ///
    /// @return absent where not all of that is remembered: read on in the log
    /// @throws SubscriptionRefusedException before the feed is followed
    public @Nullable Stretch after(Filter filter, Cursor cursor, int limit) {
        Moment now = now();
        return now.recent().covers(cursor) ? now.after(cursor, filter, limit) : null;
    }

    /// The latest events that concern a subscriber.
    ///
    /// @throws SubscriptionRefusedException before the feed is followed
    public Stretch latest(Filter filter, int limit) {
        return now().latest(filter, limit);
    }

    /// How far the feed was followed.
    ///
    /// @throws SubscriptionRefusedException before it is
    public synchronized Cursor position() {
        requireReady();
        return here();
    }

    /// Whether the cursor says that it is of this feed, and names a partition that the feed does not have.
    ///
    /// @throws SubscriptionRefusedException before the feed is followed
    public synchronized boolean isMistyped(Cursor cursor) {
        requireReady();
        return cursor.isOf(feed) && !hasPartitionsOf(cursor);
    }

    /// Whether the feed has come as far as the cursor, or does so soon.
    ///
    /// @param patience how long this instance may be behind the one that gave the cursor
    /// @throws SubscriptionRefusedException before the feed is followed
    public synchronized boolean awaitKnown(Cursor cursor, Duration patience) throws InterruptedException {
        requireReady();
        long deadline = System.nanoTime() + patience.toNanos();
        awaited.add(cursor);
        try {
            long left = patience.toNanos();
            while (mayCome(cursor) && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                requireReady();
                left = deadline - System.nanoTime();
            }
            return cursor.isOf(feed) && hasPartitionsOf(cursor) && here().reaches(cursor);
        } finally {
            awaited.remove(cursor);
        }
    }

    private boolean mayCome(Cursor cursor) {
        return cursor.isOf(feed) && hasPartitionsOf(cursor) && !here().reaches(cursor);
    }

    private boolean hasPartitionsOf(Cursor cursor) {
        return cursor.partitions().stream().allMatch(passed::containsKey);
    }

    private void wakeWhoAwaits() {
        if (!awaited.isEmpty() && !awaited.stream().allMatch(this::mayCome)) {
            notifyAll();
        }
    }

    /// From where on everything is remembered.
    public synchronized Cursor beginning() {
        return recent.beginning(feed);
    }

    /// Says which feed it is, by the id of its topic. Where it is another than before, everybody has to begin anew.
    ///
    /// @return whether it is another
    public synchronized boolean follow(String topicId) {
        boolean other = feed != null && !feed.equals(topicId);
        if (other) {
            endAll();
            passed.clear();
        }
        feed = topicId;
        wakeWhoAwaits();
        return other;
    }

    /// Says up to where a partition of the feed was read before anybody could subscribe; -1 where nothing was seen.
    public synchronized void startAt(int partition, long lastOffset) {
        passed.put(partition, lastOffset);
        recent.startAt(partition, lastOffset);
        wakeWhoAwaits();
    }

    /// Subscribers are taken from now on.
    public void ready() {
        ready = true;
    }

    /// How many streams are open.
    int count() {
        return count.get();
    }

    boolean isReady() {
        return ready;
    }

    /// Hands an event to everybody whom it concerns.
    ///
    /// @param event made, with its cursor, only if it is of a source or anybody follows its topic
    public synchronized void publish(String topicId, int partition, long offset, Function<Cursor, FeedEvent> event) {
        if (passed.getOrDefault(partition, -1L) >= offset) {
            return; // read again after a failure
        }
        passed.put(partition, offset);
        wakeWhoAwaits();
        Set<Subscription> ofTopic = byInterest.getOrDefault(new Interest.Topic(topicId), Set.of());
        boolean ofSource = topicId.startsWith(FeedEvent.SOURCES);
        if (!ofSource && ofTopic.isEmpty()) {
            return;
        }
        FeedEvent made = event.apply(here());
        var concerned = new ArrayList<Concerned>();
        concerned.add(new Concerned(ofTopic, made.as(made.event().change())));
        if (ofSource) {
            withdrawals.note(made.event(), offset);
            recent.add(made);
            byInterest.forEach((interest, all) -> {
                Change seen = interest instanceof Interest.Filtered(Filter filter) ? filter.seen(made.event()) : null;
                if (seen != null) {
                    concerned.add(new Concerned(all, made.as(seen)));
                }
            });
        }
        deliveries.matched(
                made, concerned.stream().mapToInt(each -> each.all().size()).sum());
        concerned.forEach(this::hand);
    }

    /// Ends all subscriptions, and takes no more.
    public synchronized void stop() {
        stopped = true;
        endAll();
        notifyAll();
    }

    private synchronized Joined join(Interest interest, boolean ofReader) {
        Moment now = now();
        if (ofReader && count.get() >= limits.subscribers()) {
            throw new SubscriptionRefusedException(Reason.FULL);
        }
        int queue = ofReader ? limits.queueEvents() : Math.min(limits.queueEvents(), QUEUE_OF_A_WEBHOOK);
        var subscription = new Subscription(interest, queue, now.position(), ofReader, this);
        count.addAndGet(ofReader ? 1 : 0);
        byInterest.computeIfAbsent(interest, _ -> ConcurrentHashMap.newKeySet()).add(subscription);
        return new Joined(subscription, now);
    }

    private synchronized Moment now() {
        requireReady();
        return new Moment(recent.copy(), here());
    }

    private void requireReady() {
        if (!ready || stopped) {
            throw new SubscriptionRefusedException(stopped ? Reason.STOPPING : Reason.STARTING);
        }
    }

    private Cursor here() {
        return Cursor.of(feed, passed);
    }

    private void hand(Concerned concerned) {
        for (Subscription subscription : concerned.all()) {
            if (!subscription.put(concerned.event())) {
                if (subscription.isOfReader()) {
                    lagged.increment();
                }
                detach(subscription);
            }
        }
    }

    private void endAll() {
        byInterest.values().forEach(all -> all.forEach(Subscription::stop));
    }

    /// The reader has the event.
    void written(SeenEvent event) {
        deliveries.written(event.feedEvent());
    }

    /// How far the feed was followed, if nothing waits for the reader.
    synchronized @Nullable Cursor quiet(Subscription subscription) {
        return subscription.isDrained() ? here() : null;
    }

    void remove(Subscription subscription) {
        detach(subscription);
        count.addAndGet(subscription.isOfReader() ? -1 : 0);
    }

    private synchronized void detach(Subscription subscription) {
        byInterest.computeIfPresent(subscription.interest(), (_, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }
}

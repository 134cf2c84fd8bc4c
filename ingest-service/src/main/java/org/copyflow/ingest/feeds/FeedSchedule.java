package org.copyflow.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Whose turn it is: each feed at its time, one feed of a host at a time with a pause after it, and so many at once in
/// all. Thread-safe.
final class FeedSchedule {

    static final Duration LONGEST = Duration.ofDays(1);
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);
    static final Duration KAFKA_PAUSE = Duration.ofMinutes(1);

    private static final int MAX_DOUBLINGS = 12;

    private final int atOnce;
    private final Duration hostGap;
    private final RandomGenerator random;
    private final Map<Feed, Instant> nextAt = new HashMap<>();
    private final Map<String, Instant> hostFreeAt = new HashMap<>();
    private final Set<Feed> running = new HashSet<>();

    /// @param atOnce how many feeds may be asked for at once
    /// @param hostGap how long a host is left alone after one of its feeds was asked for
    FeedSchedule(int atOnce, Duration hostGap, RandomGenerator random) {
        this.atOnce = atOnce;
        this.hostGap = hostGap;
        this.random = random;
    }

    /// Takes these feeds in place of those before.
    synchronized void replace(Map<Feed, Instant> feeds) {
        nextAt.clear();
        nextAt.putAll(feeds);
        Set<String> hosts = new HashSet<>();
        feeds.keySet().forEach(feed -> hosts.add(feed.url().host()));
        hostFreeAt.keySet().retainAll(hosts);
    }

    /// The feeds whose turn it is now, those that wait longest first. Each counts as running until it has [#ended].
    synchronized List<Feed> due(Instant now) {
        Set<String> busy = new HashSet<>();
        running.forEach(feed -> busy.add(feed.url().host()));
        List<Feed> waiting = nextAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
        var due = new ArrayList<Feed>();
        for (Feed feed : waiting) {
            String host = feed.url().host();
            boolean free = !hostFreeAt.getOrDefault(host, Instant.MIN).isAfter(now);
            if (running.size() < atOnce && free && !running.contains(feed) && busy.add(host)) {
                running.add(feed);
                due.add(feed);
            }
        }
        return due;
    }

    /// The look at a feed is over.
    synchronized void ended(Feed feed, Instant now, Instant next) {
        running.remove(feed);
        nextAt.replace(feed, next);
        hostFreeAt.put(feed.url().host(), now.plus(hostGap));
    }

    /// When to look at the feed again: after its interval, a little later by chance so that feeds do not
    /// march in step; after failures twice as long each time, by chance a quarter less or more; never before
    /// the server says; never at all where it is gone.
    Instant next(Feed feed, FeedVisit.Result result, Instant now) {
        return switch (result.outcome()) {
            case NEW, UNCHANGED -> now.plus(scaled(feed.interval(), 1.0 + 0.1 * random.nextDouble()));
            case GONE -> Instant.MAX;
            case KAFKA_UNAVAILABLE -> now.plus(KAFKA_PAUSE);
            case FAILED -> {
                Duration wait = backedOff(feed, result.memory().failures());
                yield now.plus(later(scaled(wait, 0.75 + 0.5 * random.nextDouble()), result.retryAfter()));
            }
        };
    }

    private static Duration backedOff(Feed feed, int failures) {
        Duration wait = feed.interval().multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static Duration later(Duration wait, @Nullable Duration asked) {
        if (asked == null || asked.compareTo(wait) <= 0) {
            return wait;
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}

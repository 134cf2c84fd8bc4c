package org.copyflow.ingest.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// What a source may push in a minute, on this instance of ingest. A push that is larger than all of it takes all of
/// it.
/// Thread-safe.
final class Quota {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final List<Limit> limits = new ArrayList<>();

    /// @param unit as the header names it, where the draft has a name
    private record Limit(String name, @Nullable String unit, long perMinute, Bucket bucket) {

        Limit(String name, @Nullable String unit, long perMinute) {
            this(
                    name,
                    unit,
                    perMinute,
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                            .build());
        }

        String policy() {
            return "\"" + name + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds()
                    + (unit == null ? "" : ";qu=\"" + unit + "\"");
        }

        String remaining() {
            long left = bucket.getAvailableTokens();
            Duration untilFull = WINDOW.multipliedBy(perMinute - left).dividedBy(perMinute);
            return "\"" + name + "\";r=" + left + ";t="
                    + untilFull.plusMillis(999).toSeconds();
        }
    }

    Quota(Source source) {
        if (source.itemsPerMinute() != null) {
            limits.add(new Limit("items", null, source.itemsPerMinute()));
        }
        if (source.bytesPerMinute() != null) {
            limits.add(new Limit("bytes", "content-bytes", source.bytesPerMinute()));
        }
    }

    /// Refuses where nothing is left, before anything is read.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where that is so
    void requireAny() {
        for (Limit limit : limits) {
            var estimate = limit.bucket().estimateAbilityToConsume(1);
            if (!estimate.canBeConsumed()) {
                throw exceeded(limit, estimate.getNanosToWaitForRefill());
            }
        }
    }

    /// @throws org.copyflow.kit.server.ProblemException where they are more than is left; then none are taken
    void take(long items, long bytes) {
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            ConsumptionProbe probe = limit.bucket().tryConsumeAndReturnRemaining(cost(limit, items, bytes));
            if (!probe.isConsumed()) {
                limits.subList(0, i).forEach(earlier -> earlier.bucket().addTokens(cost(earlier, items, bytes)));
                throw exceeded(limit, probe.getNanosToWaitForRefill());
            }
        }
    }

    /// The value of `RateLimit-Policy`; empty where nothing is limited.
    String policy() {
        return String.join(", ", limits.stream().map(Limit::policy).toList());
    }

    /// The value of `RateLimit`.
    String remaining() {
        return String.join(", ", limits.stream().map(Limit::remaining).toList());
    }

    private static long cost(Limit limit, long items, long bytes) {
        return Math.clamp(limit.name().equals("items") ? items : bytes, 1, limit.perMinute());
    }

    private static RuntimeException exceeded(Limit limit, long nanosToWait) {
        return Refusal.QUOTA_EXCEEDED.because(
                "The source may push " + limit.perMinute() + " " + limit.name()
                        + " a minute. Push this again after Retry-After; ask the operator for more.",
                Duration.ofNanos(nanosToWait));
    }
}

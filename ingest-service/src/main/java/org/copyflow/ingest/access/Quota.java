package org.copyflow.ingest.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// What a source may push in a minute, on this instance of ingest. A push that is larger than all of it takes all of
/// it. Thread-safe.
final class Quota {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final @Nullable Limit items;
    private final @Nullable Limit bytes;

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

        /// @throws org.copyflow.kit.server.ProblemException where that is more than is left; then none is taken
        void take(long some) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.clamp(some, 1, perMinute));
            if (!probe.isConsumed()) {
                throw exceeded(probe.getNanosToWaitForRefill());
            }
        }

        void requireAny() {
            var estimate = bucket.estimateAbilityToConsume(1);
            if (!estimate.canBeConsumed()) {
                throw exceeded(estimate.getNanosToWaitForRefill());
            }
        }

        private RuntimeException exceeded(long nanosToWait) {
            return Refusal.QUOTA_EXCEEDED.because(
                    "The source may push " + perMinute + " " + name
                            + " a minute. Push this again after Retry-After; ask the operator for more.",
                    Duration.ofNanos(nanosToWait));
        }

        String remaining() {
            long left = bucket.getAvailableTokens();
            Duration untilFull = WINDOW.multipliedBy(perMinute - left).dividedBy(perMinute);
            return "\"" + name + "\";r=" + left + ";t="
                    + untilFull.plusMillis(999).toSeconds();
        }
    }

    Quota(Source source) {
        Long mostItems = source.itemsPerMinute();
        Long mostBytes = source.bytesPerMinute();
        items = mostItems == null ? null : new Limit("items", null, mostItems);
        bytes = mostBytes == null ? null : new Limit("bytes", "content-bytes", mostBytes);
    }

    /// Refuses where nothing is left, before anything is read.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where that is so
    void requireAny() {
        limits().forEach(Limit::requireAny);
    }

    /// @throws org.copyflow.kit.server.ProblemException where they are more than is left; then none are taken
    void takeBytes(long some) {
        if (bytes != null) {
            bytes.take(some);
        }
    }

    /// @throws org.copyflow.kit.server.ProblemException where they are more than is left; then none are taken
    void takeItems(long some) {
        if (items != null) {
            items.take(some);
        }
    }

    /// The value of `RateLimit-Policy`; empty where nothing is limited.
    String policy() {
        return limits().map(Limit::policy).collect(Collectors.joining(", "));
    }

    /// The value of `RateLimit`.
    String remaining() {
        return limits().map(Limit::remaining).collect(Collectors.joining(", "));
    }

    private Stream<Limit> limits() {
        return Stream.of(items, bytes).filter(Objects::nonNull);
    }
}

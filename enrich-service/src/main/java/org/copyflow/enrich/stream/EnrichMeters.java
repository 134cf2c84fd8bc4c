package org.copyflow.enrich.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.raw.Outcome;

/// Counts what leaves enrichment. Thread-safe. Counts are of work done: a transaction that is aborted and done again
/// counts twice; the exact account is the topic of outcomes.
final class EnrichMeters {

    private static final int MAX_SOURCES = 200;
    private static final String OTHER_SOURCES = "other";

    /// Who writes raw records may say any time of acceptance; more nanoseconds than a long holds cannot be recorded.
    private static final Duration MAX_LATENCY = Duration.ofDays(365);

    private final MeterRegistry registry;
    private final Timer latency;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    EnrichMeters(MeterRegistry registry) {
        this.registry = registry;
        this.latency = Timer.builder("copyflow.enrich.latency")
                .description("From the acceptance of a push to its published articles")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    /// A raw record left.
    void left(Origin origin, Outcome outcome, Instant now) {
        count("copyflow.enrich.articles", "Raw records by how they left enrichment", origin, outcome);
        if (outcome == Outcome.PUBLISHED) {
            Duration taken = Duration.between(origin.receivedAt(), now);
            latency.record(taken.isNegative() ? Duration.ZERO : taken.compareTo(MAX_LATENCY) > 0 ? MAX_LATENCY : taken);
        }
    }

    /// A raw record that was counted as held before left its hold.
    void holdEnded(Origin origin, Outcome outcome) {
        count("copyflow.enrich.hold.ends", "Held records by how their hold ended", origin, outcome);
    }

    private void count(String name, String description, Origin origin, Outcome outcome) {
        Counter.builder(name)
                .description(description)
                .tags("source", label(origin.source()), "outcome", outcome.word())
                .register(registry)
                .increment();
    }

    /// The source's name; beyond the first so many sources, one name for all, to bound the number of series.
    private String label(String source) {
        if (sources.contains(source)) {
            return source;
        }
        return sources.size() < MAX_SOURCES && sources.add(source) ? source : OTHER_SOURCES;
    }
}

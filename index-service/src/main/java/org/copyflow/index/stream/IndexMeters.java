package org.copyflow.index.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// What operators see of the topology. Numbers may run ahead of the commit by one transaction. Thread-safe.
public final class IndexMeters {

    private static final Duration FASTEST = Duration.ofMillis(5);
    private static final Duration SLOWEST = Duration.ofMinutes(5);

    private enum ArticleChange {
        ADDED,
        UPDATED,
        UNCHANGED,
        REMOVED
    }

    private static final Duration MAX_LATENCY = Duration.ofDays(365);

    private final Map<ArticleChange, Counter> articles = new EnumMap<>(ArticleChange.class);
    private final Timer latency;

    public IndexMeters(MeterRegistry registry) {
        Arrays.stream(ArticleChange.values())
                .forEach(change -> articles.put(
                        change,
                        Counter.builder("copyflow.index.articles")
                                .description("Enriched articles by what they changed in their topics")
                                .tag("change", change.name().toLowerCase(Locale.ROOT))
                                .register(registry)));
        latency = Timer.builder("copyflow.index.latency")
                .description("From the acceptance of an article to its place in a topic view")
                .publishPercentileHistogram()
                .minimumExpectedValue(FASTEST)
                .maximumExpectedValue(SLOWEST)
                .register(registry);
    }

    /// Counts the embeddings of headlines.
    public static void count(EmbeddingBudget budget, MeterRegistry registry) {
        count("granted", budget, EmbeddingBudget::granted, registry);
        count("refused", budget, EmbeddingBudget::refused, registry);
    }

    private static void count(
            String outcome, EmbeddingBudget budget, ToDoubleFunction<EmbeddingBudget> counted, MeterRegistry registry) {
        FunctionCounter.builder("copyflow.index.embeddings", budget, counted)
                .description("English headlines for stories: there was time for an embedding or not")
                .tag("outcome", outcome)
                .register(registry);
    }

    void article(@Nullable IndexedArticle before, @Nullable IndexedArticle after, boolean changed) {
        ArticleChange change;
        if (after == null) {
            change = ArticleChange.REMOVED;
        } else if (before == null) {
            change = ArticleChange.ADDED;
        } else {
            change = changed ? ArticleChange.UPDATED : ArticleChange.UNCHANGED;
        }
        Objects.requireNonNull(articles.get(change)).increment();
    }

    /// Called for every event that stands in a view; measures one of each article's, that of its source.
    void viewed(TopicEvent event, Instant now) {
        if (event.topic().kind().equals(TopicsOf.SOURCE)
                && event.change() != TopicEvent.Change.REMOVED
                && !event.tellsOfCopies()) { // else this one arrived long before
            Duration taken = Duration.between(event.article().receivedAt(), now);
            // clocks of two machines may differ, and what is stated may be any time
            latency.record(taken.isNegative() ? Duration.ZERO : taken.compareTo(MAX_LATENCY) > 0 ? MAX_LATENCY : taken);
        }
    }
}

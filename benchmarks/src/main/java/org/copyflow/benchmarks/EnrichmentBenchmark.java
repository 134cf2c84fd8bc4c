package org.copyflow.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.registry.KnownFormats;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One article through the whole enrichment library, on one thread.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EnrichmentBenchmark {

    private static final long SEED = 7;
    private static final int ARTICLES = 50;

    /// How many words an article has.
    @Param({"200", "700", "3000"})
    public int words;

    private final Enricher enricher = new Enricher(KnownFormats.readers(), KnownAnnotators.all(), Clock.systemUTC());
    private RawArticle[] articles = {};
    private int next;

    @Setup
    public void generate() {
        var generated = new GeneratedArticles(SEED);
        articles = new RawArticle[ARTICLES];
        for (int i = 0; i < ARTICLES; i++) {
            articles[i] = new RawArticle(
                    "e" + i,
                    "generated",
                    generated.uri(i),
                    "text/markdown",
                    null,
                    null,
                    null,
                    ArticleStatus.USABLE,
                    null,
                    Instant.EPOCH,
                    generated.text(i, words).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Benchmark
    public EnrichedDocument enrich() {
        next = (next + 1) % articles.length;
        return enricher.enrich(articles[next], null);
    }
}

package org.copyflow.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.raw.RawArticle;

/// Counts what came in by any way: by source, by whether it was accepted, and by the code of the refusal. A source gets
/// a series of its own with its first accepted article, up to a limit; all others are counted as `other`. Thread-safe.
public final class PushCounts {

    private static final int MAX_SOURCES = 200;
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    public PushCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    public void accepted(RawArticle article) {
        if (sources.size() < MAX_SOURCES) {
            sources.add(article.source());
        }
        count(article.source(), "accepted", "");
        Counter.builder("copyflow.ingest.bytes")
                .description("Bytes of accepted articles")
                .tag("source", named(article.source()))
                .register(registry)
                .increment(article.content().length);
    }

    public void refused(String source, String code) {
        count(source, "refused", code);
    }

    private void count(String source, String outcome, String code) {
        Counter.builder("copyflow.ingest.articles")
                .description("Articles pushed, by what became of the push")
                .tags("source", named(source), "outcome", outcome, "code", code)
                .register(registry)
                .increment();
    }

    private String named(String source) {
        return sources.contains(source) ? source : OTHER;
    }
}

package org.copyflow.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and logs what became of each push: by source, by whether it was accepted, and by the code of the refusal.
/// Neither text nor keys are logged. A source gets a series of its own with its first accepted push, up to a limit; all
/// others are counted as `other`. Thread-safe.
final class PushLog {

    private static final Logger LOG = LoggerFactory.getLogger(PushLog.class);
    private static final int MAX_SOURCES = 200;
    private static final String OTHER = "other";
    private static final int SERVER_ERROR = 500;

    private final MeterRegistry registry;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    /// Who pushes.
    ///
    /// @param source checked; `unknown` where it was missing or could not be used
    /// @param remote the address that the push came from
    /// @param bytes the Content-Length; -1 where there was none
    record Caller(String source, String remote, long bytes) {}

    PushLog(MeterRegistry registry, InFlight inFlight) {
        this.registry = registry;
        Gauge.builder("copyflow.ingest.in.flight", inFlight, InFlight::pushes)
                .description("Pushes under way")
                .register(registry);
        Gauge.builder("copyflow.ingest.in.flight.bytes", inFlight, InFlight::bytes)
                .description("Bytes of the bodies of pushes under way")
                .register(registry);
    }

    void accepted(RawArticle article, Receipt receipt) {
        if (sources.size() < MAX_SOURCES) {
            sources.add(article.source());
        }
        count(article.source(), "accepted", "");
        Counter.builder("copyflow.ingest.bytes")
                .description("Bytes of accepted articles")
                .tag("source", named(article.source()))
                .register(registry)
                .increment(article.content().length);
        LOG.atDebug()
                .addKeyValue("documentId", article.documentId())
                .addKeyValue("source", article.source())
                .addKeyValue("bytes", article.content().length)
                .addKeyValue("receipt", receipt)
                .log("accepted");
    }

    void refused(Caller caller, ProblemException reason) {
        count(caller.source(), "refused", reason.problem().code());
        Throwable cause = reason.getCause();
        boolean ours = reason.problem().status() >= SERVER_ERROR;
        var line = ours && cause != null ? LOG.atWarn().addKeyValue("why", cause.getMessage()) : LOG.atInfo();
        line.addKeyValue("code", reason.problem().code())
                .addKeyValue("source", caller.source())
                .addKeyValue("bytes", caller.bytes())
                .addKeyValue("remote", caller.remote())
                .log("refused");
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

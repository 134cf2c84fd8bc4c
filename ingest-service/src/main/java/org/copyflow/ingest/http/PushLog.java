package org.copyflow.ingest.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.PushCounts;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and logs what became of each push over HTTP. Neither text nor keys are logged. Thread-safe.
final class PushLog {

    private static final Logger LOG = LoggerFactory.getLogger(PushLog.class);
    private static final int SERVER_ERROR = 500;

    private final PushCounts counts;

    /// Who pushes.
    ///
    /// @param source checked; `unknown` where it was missing or could not be used
    /// @param remote the address that the push came from
    /// @param bytes the Content-Length; -1 where there was none
    record Caller(String source, String remote, long bytes) {}

    PushLog(MeterRegistry registry, InFlight inFlight) {
        counts = new PushCounts(registry);
        Gauge.builder("copyflow.ingest.in.flight", inFlight, InFlight::pushes)
                .description("Pushes under way")
                .register(registry);
        Gauge.builder("copyflow.ingest.in.flight.bytes", inFlight, InFlight::bytes)
                .description("Bytes of the bodies of pushes under way")
                .register(registry);
    }

    void accepted(RawArticle article, Receipt receipt) {
        counts.accepted(article);
        LOG.atDebug()
                .addKeyValue("documentId", article.documentId())
                .addKeyValue("source", article.source())
                .addKeyValue("bytes", article.content().length)
                .addKeyValue("receipt", receipt)
                .log("accepted");
    }

    void refused(Caller caller, ProblemException reason) {
        counts.refused(caller.source(), reason.problem().code());
        Throwable cause = reason.getCause();
        boolean ours = reason.problem().status() >= SERVER_ERROR;
        var line = ours && cause != null ? LOG.atWarn().addKeyValue("why", cause.getMessage()) : LOG.atInfo();
        line.addKeyValue("code", reason.problem().code())
                .addKeyValue("source", caller.source())
                .addKeyValue("bytes", caller.bytes())
                .addKeyValue("remote", caller.remote())
                .log("refused");
    }
}

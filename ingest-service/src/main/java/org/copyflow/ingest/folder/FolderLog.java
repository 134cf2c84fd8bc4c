package org.copyflow.ingest.folder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.PushCounts;
import org.copyflow.kit.server.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and logs what becomes of files, and how full the folder is. Thread-safe.
final class FolderLog {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLog.class);

    private final MeterRegistry registry;
    private final PushCounts counts;
    private final InstantSource clock;
    private volatile FolderScan.Result last = new FolderScan.Result(0, 0, null, false, false, List.of());

    FolderLog(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        counts = new PushCounts(registry);
        Gauge.builder("copyflow.ingest.folder.waiting", this, log -> log.last.waiting())
                .description("Files in the hot folder that are not dealt with yet, complete or not")
                .register(registry);
        Gauge.builder("copyflow.ingest.folder.oldest", this, FolderLog::oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest file in the hot folder that is not dealt with yet")
                .register(registry);
        Gauge.builder(
                        "copyflow.ingest.folder.problems",
                        this,
                        log -> log.last.problems().size())
                .description("What an operator should look at in the hot folder; the log says what")
                .register(registry);
    }

    void accepted(RawArticle article) {
        counts.accepted(article);
    }

    void refused(String source, ProblemException reason) {
        counts.refused(source, reason.problem().code());
    }

    void filed(FileReport report, Path at) {
        String outcome = report.done() ? "done" : "failed";
        Counter.builder("copyflow.ingest.folder.files")
                .description("Files of the hot folder, by where they were put")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
        LOG.atInfo()
                .addKeyValue("source", report.source())
                .addKeyValue("file", at)
                .addKeyValue("accepted", report.accepted())
                .addKeyValue("refused", report.refused())
                .addKeyValue("code", report.code())
                .log("file " + outcome);
    }

    /// Takes note of how the folder is; what an operator should look at is logged once, when it is new.
    void scanned(FolderScan.Result result) {
        result.problems().stream()
                .filter(problem -> !last.problems().contains(problem))
                .forEach(problem -> LOG.atWarn().addKeyValue("problem", problem).log("hot folder"));
        if (result.kafkaDown() && !last.kafkaDown()) {
            LOG.atWarn()
                    .addKeyValue("waiting", result.waiting())
                    .log("Kafka takes nothing: files of the hot folder wait");
        }
        last = result;
    }

    FolderScan.Result last() {
        return last;
    }

    private double oldestSeconds() {
        Instant oldest = last.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }
}

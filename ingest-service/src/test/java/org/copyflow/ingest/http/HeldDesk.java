package org.copyflow.ingest.http;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.formats.registry.KnownFormats;

/// Makes a copy desk without models, counts how often it was asked to, and holds what the desk reads where a test wants
/// it held.
final class HeldDesk implements Supplier<CopyDesk> {

    private static final Clock CLOCK = Clock.fixed(IngestApi.NOW, ZoneOffset.UTC);
    private static final int MAX_ARTICLE_BYTES = 100_000;

    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public CopyDesk get() {
        made.incrementAndGet();
        return new CopyDesk(new Enricher(KnownFormats.readers(), List.of(new Gate()), CLOCK), CLOCK, MAX_ARTICLE_BYTES);
    }

    int made() {
        return made.get();
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    void awaitReading() throws InterruptedException {
        if (!reading.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private final class Gate implements Annotator {

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Annotations annotate(AnalyzedArticle article, Annotations found) {
            reading.countDown();
            try {
                if (!gate.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let go");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return found;
        }
    }
}

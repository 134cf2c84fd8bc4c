package org.copyflow.running;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.copyflow.broker.EmbeddedBroker;
import org.copyflow.configuration.Configuration;
import org.copyflow.enrich.EnrichService;
import org.copyflow.index.IndexService;
import org.copyflow.ingest.IngestService;
import org.copyflow.kit.Service;
import org.copyflow.kit.ServiceRunner;
import org.copyflow.kit.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/// The three services in one process, on a broker that is in it too or on a cluster that is not. Not thread-safe,
/// except that `close` may come from a shutdown hook.
public final class LocalPipeline implements AutoCloseable {

    private final Configuration configuration;
    private final @Nullable EmbeddedBroker broker;
    private final Metrics metrics = new Metrics();
    private @Nullable ServiceRunner services;
    private boolean closed;

    /// @param broker started and stopped with the services; absent where the configuration names a cluster
    public LocalPipeline(Configuration configuration, @Nullable EmbeddedBroker broker) {
        this.configuration = configuration;
        this.broker = broker;
    }

    /// Starts everything; returns when it runs, not necessarily when it is ready.
    ///
    /// @return the services, in the order in which data flows
    public List<Service> start() {
        CompletableFuture<Void> brokerStart =
                broker == null ? CompletableFuture.completedFuture(null) : CompletableFuture.runAsync(broker::start);
        // models and word lists, once for both who need them: time well spent while the broker starts
        var enricher = EnrichService.enricher(configuration.enrich(), metrics);
        var built = new ServiceRunner(List.of(
                new IngestService(configuration.ingest(), configuration.kafka(), metrics, () -> enricher),
                new EnrichService(configuration.enrich(), configuration.kafka(), metrics, enricher),
                new IndexService(configuration.index(), configuration.kafka(), metrics)));
        join(brokerStart);
        if (take(built)) {
            built.start();
        }
        return built.services();
    }

    /// Stops everything in the opposite order; harmless when called twice.
    @Override
    public void close() {
        ServiceRunner running;
        synchronized (this) {
            closed = true;
            running = services;
        }
        if (running != null) {
            running.close();
        }
        if (broker != null) {
            broker.close();
        }
        metrics.close();
    }

    private synchronized boolean take(ServiceRunner built) {
        services = closed ? null : built;
        return !closed;
    }

    private static void join(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}

package org.copyflow.command;

import java.util.concurrent.Callable;
import org.copyflow.configuration.Configuration;
import org.copyflow.configuration.SettingsOptions;
import org.copyflow.enrich.EnrichService;
import org.copyflow.ingest.IngestService;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.running.LoneService;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `copyflow ingest`: the ingest service alone.
@Command(name = "ingest", description = "Runs the ingest service alone, on an existing Kafka cluster.")
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        Configuration read = settings.read();
        LoneService.run(metrics -> service(read, metrics), output.out());
        return Exit.DONE;
    }

    /// Its dry runs tell what the enrich service would, with the same settings.
    static IngestService service(Configuration read, Metrics metrics) {
        return new IngestService(read.ingest(), read.kafka(), metrics, () -> EnrichService.enricher(read.enrich()));
    }
}

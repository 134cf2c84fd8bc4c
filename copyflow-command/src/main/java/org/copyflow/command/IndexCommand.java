package org.copyflow.command;

import java.util.concurrent.Callable;
import org.copyflow.configuration.Configuration;
import org.copyflow.configuration.SettingsOptions;
import org.copyflow.index.IndexService;
import org.copyflow.running.LoneService;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `copyflow index`: the index service alone.
@Command(name = "index", description = "Runs the index service alone, on an existing Kafka cluster.")
final class IndexCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        Configuration read = settings.read();
        LoneService.run(metrics -> new IndexService(read.index(), read.kafka(), metrics), output.out());
        return Exit.DONE;
    }
}

package org.copyflow.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `copyflow version`: which Copyflow, on what.
@Command(name = "version", description = "Prints the versions of Copyflow and of what it runs on.")
final class VersionCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        output.out().println("copyflow " + version());
        output.out().println("pipeline " + Enricher.VERSION);
        output.out().println("kafka    " + AppInfoParser.getVersion());
        output.out().println("java     " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        return Exit.DONE;
    }

    /// The project's version, as Maven wrote it into a resource.
    private static String version() {
        try (var resource = VersionCommand.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the resource build.properties cannot be read", e);
        }
    }
}

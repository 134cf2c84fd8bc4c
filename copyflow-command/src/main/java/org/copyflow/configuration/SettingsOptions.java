package org.copyflow.configuration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options by which every command takes settings; mixed into those that need some.
///
/// Later wins: the environment, the file, `--set`, an option of its own.
@Command
public final class SettingsOptions {

    private static final String BOOTSTRAP_SERVERS = "kafka.bootstrap-servers";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "The Kafka cluster; several brokers separated by commas.")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting, as `copyflow settings` lists them; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings as lines of key=value.")
    private @Nullable Path file;

    /// Whether anybody said which cluster to use.
    public boolean namesBroker() {
        return given().has(BOOTSTRAP_SERVERS);
    }

    public Configuration read() {
        return Configuration.of(given());
    }

    /// @param options settings that the command's own options name
    /// @param otherwise defaults that are the command's own
    public Configuration read(Map<String, String> options, Map<String, String> otherwise) {
        GivenSettings given = given();
        options.forEach(given::put);
        otherwise.forEach(given::putIfAbsent);
        return Configuration.of(given);
    }

    private GivenSettings given() {
        var given = new GivenSettings(System.getenv());
        if (file != null) {
            given.putAll(file);
        }
        set.forEach(given::put);
        if (bootstrapServer != null) {
            given.put(BOOTSTRAP_SERVERS, bootstrapServer);
        }
        return given;
    }
}

package org.copyflow.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.copyflow.broker.BrokerException;
import org.copyflow.broker.EmbeddedBroker;
import org.copyflow.broker.FreePort;
import org.copyflow.configuration.Configuration;
import org.copyflow.configuration.SettingsOptions;
import org.copyflow.kit.Service;
import org.copyflow.logging.Logs;
import org.copyflow.running.DataFolder;
import org.copyflow.running.Foreground;
import org.copyflow.running.LocalPipeline;
import org.copyflow.running.Readiness;
import org.copyflow.running.SampleShow;
import org.copyflow.running.Samples;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `copyflow up`: everything in one process.
@Command(
        name = "up",
        description = {
            "Starts a Kafka broker and all three services in this process, until Ctrl-C.",
            "Everything is kept in the data folder: the next start goes on where this one stopped."
        })
final class UpCommand implements Callable<Integer> {

    private static final int KAFKA_PORT = 9092;
    private static final int LAST_PORT = 65_533;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "Where state is kept (default: data).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The page and the read API; ingest listens on the next port, enrich's health on the one after "
                            + "(default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--samples", description = "Pushes the sample articles and shows them arriving.")
    private boolean samples;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:COPYFLOW_KEY}",
            description = "The reader's key with which --samples shows them, where the index wants one; better by the "
                    + "environment, as COPYFLOW_KEY.")
    private @Nullable String key;

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw CommandFailure.usage("--port is " + port + ": it must be from 1 to " + LAST_PORT
                    + ", because the two ports after it are used too, or 0 for free ones.");
        }
        var foreground = new Foreground();
        DataFolder folder = DataFolder.open(configuration(0).command().dataDir());
        Logs.toFolder(folder.logs());
        EmbeddedBroker broker = settings.namesBroker() ? null : broker(folder);
        Configuration configuration = configuration(broker == null ? 0 : broker.port());
        refuseTakenPorts(configuration);
        var pipeline = new LocalPipeline(configuration, broker);
        foreground.stopAtTheEnd(() -> {
            if (Terminal.showsErrors()) {
                output.err().println("stopping");
            }
            pipeline.close();
            folder.close();
        });
        List<Service> services = start(pipeline);
        new Readiness(output.err(), Terminal.showsErrors()).await(services);
        tell(configuration, services, Duration.ofNanos(System.nanoTime() - begun));
        if (samples) {
            pushSamples(services);
        }
        if (Terminal.showsOutput()) {
            output.out().println("Ctrl-C stops it");
            output.out().flush();
        }
        foreground.await();
        return Exit.DONE;
    }

    private static List<Service> start(LocalPipeline pipeline) {
        try {
            return pipeline.start();
        } catch (BrokerException | IllegalStateException e) {
            throw CommandFailure.unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    /// The port of the last time, so that what was told about it stays true; else Kafka's own; else a free one.
    private static EmbeddedBroker broker(DataFolder folder) {
        int port = folder.kafkaPort() == 0
                ? FreePort.preferably(KAFKA_PORT)
                : FreePort.preferably(folder.kafkaPort(), KAFKA_PORT);
        folder.rememberKafkaPort(port);
        return new EmbeddedBroker(folder.kafka(), port);
    }

    private Configuration configuration(int kafkaPort) {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> otherwise = new LinkedHashMap<>();
        if (data != null) {
            options.put("data-dir", data.toString());
        }
        if (port != null) {
            options.put("index.port", Integer.toString(port));
            // 0 takes a free port for each
            otherwise.put("ingest.port", Integer.toString(port == 0 ? 0 : port + 1));
            otherwise.put("enrich.port", Integer.toString(port == 0 ? 0 : port + 2));
        }
        if (kafkaPort > 0) {
            options.put("kafka.bootstrap-servers", "127.0.0.1:" + kafkaPort);
        }
        return settings.read(options, otherwise);
    }

    private static void refuseTakenPorts(Configuration configuration) {
        int[] ports = {
            configuration.index().port(),
            configuration.ingest().port(),
            configuration.enrich().port()
        };
        for (int port : ports) {
            if (port != 0 && !FreePort.isFree(port)) {
                throw CommandFailure.unavailable("Port " + port
                        + " is taken by another process. Choose others with --port N: N, N+1 and N+2 are used.");
            }
        }
    }

    private void tell(Configuration configuration, List<Service> services, Duration took) {
        PrintWriter out = output.out();
        out.printf("ready after %.1f s%n", took.toMillis() / 1000.0);
        out.println("  kafka   " + configuration.kafka().bootstrapServers());
        for (Service service : services) {
            out.printf("  %-7s %s%n", service.name(), service.address());
        }
        Path folder = configuration.command().dataDir().toAbsolutePath();
        out.println("  state   " + folder);
        out.println("  log     " + folder.resolve("logs").resolve("copyflow.log"));
        out.println("  page    " + address(services, "index"));
        out.println("  push    curl '" + address(services, "ingest")
                + "/v1/articles?source=desk' -H 'Content-Type: text/plain' --data-binary @FILE");
        out.flush();
    }

    private void pushSamples(List<Service> services) throws InterruptedException {
        Path folder = Path.of(System.getProperty("copyflow.home", ".")).resolve("samples");
        var toPush = new Samples(folder, address(services, "ingest"));
        new SampleShow(address(services, "index"), key, output.out()).run(toPush);
    }

    private static URI address(List<Service> services, String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }
}

package org.copyflow.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/// A real single-node Kafka broker (KRaft, no ZooKeeper) in this process, on the loopback only.
///
/// What it holds stays in its folder: the next broker on the same folder continues. One broker a folder at a time.
/// Topics are not created by themselves. Not thread-safe, except that `close` may come from a shutdown hook.
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;

    /// @param folder where its data is, created where it is missing
    /// @param port the port for clients; 0 takes a free one
    public EmbeddedBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port == 0 ? FreePort.preferably() : port;
        this.controllerPort = FreePort.preferably();
    }

    /// Returns when the broker takes requests.
    ///
    /// @throws BrokerException where it cannot start, saying on what folder or port
    public synchronized void start() {
        if (!FreePort.isFree(port)) {
            throw new BrokerException(
                    "The broker cannot listen on 127.0.0.1:%d: another process does.".formatted(port), null);
        }
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format();
            } else if (AfterCrash.isIn(folder)) {
                AfterCrash.settle(config());
            }
            server = new KafkaRaftServer(KafkaConfig.fromProps(config(), false), Time.SYSTEM);
            server.startup();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the broker's folder " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("The broker's start on " + folder + " was interrupted.", e);
        } catch (RuntimeException e) {
            close();
            throw new BrokerException(
                    "The broker cannot start on %s, port %d: %s".formatted(folder, port, reason(e)), e);
        }
    }

    /// Where clients find it: `host:port`.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /// Stops it and waits until it has; harmless when called twice.
    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private void format() {
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setIgnoreFormatted(false);
        try {
            formatter.run();
        } catch (Exception e) { // that is what it declares
            throw new BrokerException("The folder " + folder + " cannot be made a broker's: " + reason(e), e);
        }
    }

    private Properties config() {
        var config = new Properties();
        try (var defaults = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            config.load(defaults);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource broker.properties cannot be read", e);
        }
        String clients = "PLAINTEXT://127.0.0.1:" + port;
        config.setProperty("node.id", Integer.toString(NODE_ID));
        config.setProperty("listeners", clients + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        config.setProperty("advertised.listeners", clients);
        config.setProperty("controller.listener.names", CONTROLLER);
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        config.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        config.setProperty("log.dirs", folder.toString());
        return config;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}

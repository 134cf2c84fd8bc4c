package org.copyflow.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// `copyflow up`, or a further index service, in a process of its own, on free ports, with a data folder that outlives
/// it.
public final class CopyflowProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
    private static final int PORTS = 3;
    private static final int KIBIBYTE = 1_024;

    private final Process process;
    private final Path log;
    private final PipelineClient client;

    private CopyflowProcess(Process process, Path log, PipelineClient client) {
        this.process = process;
        this.log = log;
        this.client = client;
    }

    /// Starts it and waits until all three services are ready.
    ///
    /// @param data where its state is kept; the folder's parent gets its output
    /// @param more further arguments of `up`
    public static CopyflowProcess up(Path data, String... more) {
        int port = freePorts();
        CopyflowProcess running =
                start(data, port, List.of("up", "--data", data.toString(), "--port", Integer.toString(port)), more);
        running.await(running.client::ready);
        return running;
    }

    /// Starts an index service on the cluster of another process and waits until it is ready.
    ///
    /// @param state where its stores are kept; the folder's parent gets its output
    /// @param more further arguments of `index`
    public static CopyflowProcess index(Path state, String kafkaAddress, String... more) {
        CopyflowProcess running = indexBeginning(state, kafkaAddress, more);
        running.await(running.client::readable);
        return running;
    }

    /// The same, without waiting.
    public static CopyflowProcess indexBeginning(Path state, String kafkaAddress, String... more) {
        int port = freePorts();
        return start(
                state,
                port,
                List.of(
                        "index",
                        "--bootstrap-server",
                        kafkaAddress,
                        "--set",
                        "index.port=" + port,
                        "--set",
                        "index.state-dir=" + state),
                more);
    }

    private static CopyflowProcess start(Path data, int port, List<String> arguments, String... more) {
        Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
        var command = new ArrayList<>(CommandRun.javaCommand());
        command.addAll(arguments);
        command.addAll(List.of(more));
        try {
            Process process = CommandRun.builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new CopyflowProcess(process, log, new PipelineClient(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PipelineClient client() {
        return client;
    }

    /// Everything it has printed.
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The broker's address, as it prints it once everything runs.
    public String kafkaAddress() {
        await(() -> printedKafkaAddress().isPresent());
        return printedKafkaAddress().orElseThrow();
    }

    private Optional<String> printedKafkaAddress() {
        return output().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("kafka "))
                .map(line -> line.substring("kafka ".length()).strip())
                .findFirst();
    }

    /// The most memory that it held at a time: heap, state stores, code and all, as Linux counts it.
    public long mostResidentBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `kill -9`: it gets no chance to finish anything.
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /// Asks it to stop, as Ctrl-C does.
    ///
    /// @return its exit code
    public int stop() {
        process.destroy();
        awaitExit();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        if (!waitFor(STOPPED_WITHIN)) {
            process.destroyForcibly();
            awaitExit();
        }
    }

    private void await(BooleanSupplier ready) {
        Awaitility.await("copyflow to be ready; its output is in " + log)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("copyflow ended with " + process.exitValue() + ": " + output());
                    }
                    return ready.getAsBoolean();
                });
    }

    private void awaitExit() {
        if (!waitFor(STOPPED_WITHIN)) {
            throw new IllegalStateException("copyflow did not end within " + STOPPED_WITHIN + ": " + output());
        }
    }

    private boolean waitFor(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while copyflow was ending", e);
        }
    }

    /// The first of three ports in a row that are free.
    private static int freePorts() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (areFree(first)) {
                return first;
            }
        }
        throw new IllegalStateException("found no " + PORTS + " free ports in a row");
    }

    private static boolean areFree(int first) {
        return IntStream.range(first, first + PORTS).allMatch(CopyflowProcess::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

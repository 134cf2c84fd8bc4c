package org.copyflow.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A consumer of `docs/consumers`, run from its source as its readers would run it. It can be killed and started again.
public final class ExampleProgram implements AutoCloseable {

    private static final Path FOLDER = Path.of("..", "docs", "consumers");
    private static final long ENDS_WITHIN_SECONDS = 20;

    private final ProcessBuilder builder;
    private final Path log;
    private Process process;

    private ExampleProgram(ProcessBuilder builder, Path log) {
        this.builder = builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        this.log = log;
        process = begun(this.builder);
    }

    /// Runs a Java source file.
    ///
    /// @param log where its output goes
    public static ExampleProgram java(Path log, String file, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ExampleProgram(CommandRun.builder(command(java, file, arguments)), log);
    }

    /// Runs a Python script.
    ///
    /// @param log where its output goes
    /// @param environment variables beside those of this process
    public static ExampleProgram python(Path log, Map<String, String> environment, String file, String... arguments) {
        var builder = new ProcessBuilder(command("python3", file, arguments));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().putAll(environment);
        return new ExampleProgram(builder, log);
    }

    /// Whether this machine can run Python scripts.
    public static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Everything it has printed since it was started for the first time.
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `kill -9`: it gets no chance to finish anything.
    public void kill() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended by itself: " + output());
        }
        process.destroyForcibly();
        try {
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Starts it once more, with the same arguments.
    public void startAgain() {
        process = begun(builder);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> command(String interpreter, String file, String... arguments) {
        var command = new ArrayList<>(List.of(interpreter, FOLDER.resolve(file).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process begun(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.copyflow.ingest.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.copyflow.kit.Check;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of sources, read again within two seconds of a change. A new file that cannot be used is refused, in the
/// log and in the check, and the old one stays in force. Thread-safe.
public final class WatchedSources implements Supplier<Sources>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedSources.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int MAX_FILE_BYTES = 4_194_304;
    private static final String CHECK = "sources-file";

    private final Path file;
    private @Nullable ScheduledExecutorService watch;
    private byte[] lastRead = {};
    private volatile @Nullable Sources current;
    private volatile Check state = Check.failed(CHECK, "not read yet");

    public WatchedSources(Path file) {
        this.file = file;
    }

    /// Reads the file, and begins to watch it.
    ///
    /// @throws SettingsException where it cannot be used
    public void start() {
        try {
            take(read());
        } catch (IOException e) {
            throw new SettingsException(List.of(
                    "ingest.sources-file is " + file + ", which cannot be read: " + e + ". Name the file of sources."));
        } catch (SettingsException e) {
            throw new SettingsException(
                    e.problems().stream().map(problem -> file + ": " + problem).toList());
        }
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ingest-sources-file").factory());
        var _ = watch.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Sources get() {
        return Objects.requireNonNull(current, "the file of sources was not read: start first");
    }

    /// Passes while there are sources in force; says so where the newest file is not.
    public Check check() {
        return state;
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    /// Reads the file again; harmless where it has not changed.
    synchronized void look() {
        byte[] found = lastRead;
        try {
            found = read();
            if (!Arrays.equals(found, lastRead)) {
                take(found);
            }
        } catch (IOException e) {
            refused("it cannot be read: " + e);
        } catch (SettingsException e) {
            lastRead = found;
            refused(String.join("; ", e.problems()));
        } catch (RuntimeException e) {
            LOG.error("the file of sources {} brought out a bug; the old sources stay in force", file, e);
        }
    }

    private synchronized void take(byte[] json) {
        Sources sources = Sources.parse(json);
        lastRead = json;
        current = sources;
        state = Check.passed(CHECK, sources.size() + " sources may push");
        LOG.atInfo()
                .addKeyValue("file", file)
                .addKeyValue("sources", sources.size())
                .log("sources read");
    }

    private void refused(String why) {
        String detail = file + " cannot be used, so the sources read before stay in force: " + why;
        if (!state.detail().equals(detail)) {
            LOG.atError().addKeyValue("file", file).addKeyValue("why", why).log("new file of sources refused");
        }
        state = Check.passed(CHECK, detail);
    }

    private byte[] read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] found = in.readNBytes(MAX_FILE_BYTES + 1);
            if (found.length > MAX_FILE_BYTES) {
                throw new IOException("it is larger than " + MAX_FILE_BYTES + " bytes");
            }
            return found;
        }
    }
}

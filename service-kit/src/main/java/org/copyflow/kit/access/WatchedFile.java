package org.copyflow.kit.access;

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
import java.util.function.Function;
import java.util.function.Supplier;
import org.copyflow.kit.Check;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of those who may do something, read again within two seconds of a change. A new file that cannot be used is
/// refused, in the log and in the check, and the old one stays in force. Thread-safe.
///
/// @param <T> what the file says
public final class WatchedFile<T> implements Supplier<T>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int MAX_FILE_BYTES = 4_194_304;

    private final Path file;
    private final String setting;
    private final Function<byte[], T> reader;
    private final Function<T, String> summary;
    private @Nullable ScheduledExecutorService watch;
    private byte[] lastRead = {};
    private volatile @Nullable T current;
    private volatile Check state;

    /// @param setting the key of the setting that names the file
    /// @param reader throws [SettingsException] where the file cannot be used
    /// @param summary what the check says of what was read, as `3 sources may push`
    public WatchedFile(Path file, String setting, Function<byte[], T> reader, Function<T, String> summary) {
        this.file = file;
        this.setting = setting;
        this.reader = reader;
        this.summary = summary;
        state = Check.failed(name(), "not read yet");
    }

    /// Reads the file, and begins to watch it.
    ///
    /// @throws SettingsException where it cannot be used
    public void start() {
        try {
            take(read());
        } catch (IOException e) {
            throw new SettingsException(
                    List.of(setting + " is " + file + ", which cannot be read: " + e + ". Name a file that can."));
        } catch (SettingsException e) {
            throw new SettingsException(
                    e.problems().stream().map(problem -> file + ": " + problem).toList());
        }
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name()).factory());
        var _ = watch.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public T get() {
        return Objects.requireNonNull(current, "the file was not read: start first");
    }

    /// Passes while there is a file in force; says so where the newest one is not.
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
    public synchronized void look() {
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
            LOG.error("{} {} brought out a bug; the file read before stays in force", setting, file, e);
        }
    }

    private synchronized void take(byte[] bytes) {
        T next = reader.apply(bytes);
        lastRead = bytes;
        current = next;
        state = Check.passed(name(), summary.apply(next));
        LOG.atInfo()
                .addKeyValue("file", file)
                .addKeyValue("holds", summary.apply(next))
                .log("{} read", setting);
    }

    private void refused(String why) {
        String detail = file + " cannot be used, so what was read before stays in force: " + why;
        if (!state.detail().equals(detail)) {
            LOG.atError().addKeyValue("file", file).addKeyValue("why", why).log("new {} refused", setting);
        }
        state = Check.passed(name(), detail);
    }

    /// As `sources-file`.
    private String name() {
        return setting.substring(setting.indexOf('.') + 1);
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

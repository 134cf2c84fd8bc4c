package org.copyflow.running;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.copyflow.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;

/// The folder in which `up` keeps everything. One process at a time holds it; the operating system lets go of it when
/// that process ends, however it ends.
public final class DataFolder implements AutoCloseable {

    /// Raised when a folder that this Copyflow wrote could not be read by an earlier one.
    private static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";
    private static final String KAFKA_PORT_KEY = "kafka.port";

    private final Path folder;
    private final FileChannel lockFile;
    private final Properties remembered = new Properties();

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /// @throws CommandFailure where another process holds it, a newer Copyflow wrote it, or it cannot be written
    public static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lockFile = FileChannel.open(
                    folder.resolve("copyflow.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            lock(folder, lockFile);
            var opened = new DataFolder(folder, lockFile);
            opened.remember();
            return opened;
        } catch (IOException e) {
            throw CommandFailure.unavailable(
                    "The data folder %s cannot be used: %s. Name another with --data.".formatted(folder, e), e);
        }
    }

    /// Where the broker keeps its data.
    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path path() {
        return folder;
    }

    /// The broker's port the last time; 0 where there was no last time.
    public int kafkaPort() {
        return number(KAFKA_PORT_KEY);
    }

    public void rememberKafkaPort(int port) {
        remembered.setProperty(KAFKA_PORT_KEY, Integer.toString(port));
        write();
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + folder, e);
        }
    }

    private static void lock(Path folder, FileChannel lockFile) throws IOException {
        if (tryLock(lockFile) == null) {
            var content = ByteBuffer.allocate(20);
            lockFile.read(content, 0);
            String holder = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8).strip();
            lockFile.close();
            throw CommandFailure.unavailable(
                    "The data folder %s is in use by process %s. Stop that one, or name another folder with --data."
                            .formatted(folder, holder));
        }
        lockFile.truncate(0);
        lockFile.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private void remember() throws IOException {
        Path file = properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                remembered.load(reader);
            }
        }
        int format = number(FORMAT_KEY);
        if (format > FORMAT) {
            close();
            throw CommandFailure.unavailable(
                    ("The data folder %s has format %d, but this Copyflow knows formats up to %d: a newer one wrote "
                                    + "it. Use that one, or name another folder with --data.")
                            .formatted(folder, format, FORMAT));
        }
        remembered.setProperty(FORMAT_KEY, Integer.toString(FORMAT));
        write();
    }

    private int number(String key) {
        String value = remembered.getProperty(key, "0");
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private void write() {
        try (Writer writer = Files.newBufferedWriter(properties())) {
            remembered.store(writer, "Written by copyflow up.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + properties(), e);
        }
    }

    private Path properties() {
        return folder.resolve("copyflow.properties");
    }
}

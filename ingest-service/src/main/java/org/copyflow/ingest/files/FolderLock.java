package org.copyflow.ingest.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One process at a time works a folder; the operating system lets go of it when that process ends, however it ends.
/// Not thread-safe.
public final class FolderLock implements AutoCloseable {

    private static final String NAME = ".copyflow.lock";

    private final Path file;
    private @Nullable FileChannel held;

    public FolderLock(Path folder) {
        file = folder.resolve(NAME);
    }

    /// Takes the folder, where nobody else has it.
    ///
    /// @return whether it is ours now
    public boolean take() throws IOException {
        if (held != null) {
            return true;
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another service in this very process has it
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        held = taken ? channel : null;
        return taken;
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            channel.close();
        }
    }
}

package org.copyflow.ingest.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that whoever reads it, after a crash too, finds the old one or the new one, never half of one.
public final class WholeFile {

    private static final String TEMPORARY = ".copyflow-";

    private WholeFile() {}

    /// Writes the file, over what was there.
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file needs a folder: " + file);
        }
        Path temporary = Files.createTempFile(folder, TEMPORARY, ".tmp");
        try {
            Files.write(temporary, content);
            rename(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

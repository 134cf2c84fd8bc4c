package org.copyflow.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// A file as it lies there now. Nothing here follows a link.
///
/// @param key what the file system calls it, whatever its name; absent where it has no such thing
/// @param regular false for links, pipes, devices and sockets: they have bytes of somebody else, or none
record DroppedFile(
        Path path, long bytes, FileTime modified, @Nullable Object key, boolean regular) {

    static DroppedFile at(Path path) throws IOException {
        return of(path, attributes(path));
    }

    static DroppedFile of(Path path, BasicFileAttributes attributes) {
        return new DroppedFile(
                path,
                attributes.size(),
                attributes.lastModifiedTime(),
                attributes.fileKey(),
                attributes.isRegularFile());
    }

    static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /// Its name, for people and reports; bytes that are no text are replacement characters here.
    String name() {
        return String.valueOf(path.getFileName());
    }

    /// Whether nobody has written to it since.
    boolean unchangedSince(DroppedFile before) {
        return bytes == before.bytes && modified.equals(before.modified) && isSame(before);
    }

    private boolean isSame(DroppedFile other) {
        return key == null || other.key == null || key.equals(other.key);
    }
}

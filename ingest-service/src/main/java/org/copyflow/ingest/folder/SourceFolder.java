package org.copyflow.ingest.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.events.EventJson;
import org.copyflow.ingest.files.WholeFile;

/// One source's part of the hot folder: `SOURCE/` where files are dropped, and in it `.taken/` (being worked on),
/// `done/` and `failed/`. A file is taken by a rename, so that one which is dropped again under the same name meanwhile
/// is a new file, not lost. Nothing is ever written over. Not thread-safe.
///
/// @param path `FOLDER/SOURCE`
record SourceFolder(String source, Path path) {

    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String TAKEN = ".taken";

    /// What the names of reports end in.
    private static final String REPORT = ".report.json";

    private static final String REASON = ".reason.json";

    /// More than so many files at once are listed in a later scan.
    static final int MAX_LISTED = 10_000;

    private static final Set<String> PARTIAL =
            Set.of("part", "tmp", "temp", "filepart", "crdownload", "partial", "swp");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<DroppedFile> OLDEST_FIRST =
            Comparator.comparing(DroppedFile::modified).thenComparing(DroppedFile::path);

    /// What a listing found.
    ///
    /// @param files oldest first, so that a newer version comes after an older one
    /// @param folders names of folders that nobody looks into
    record Listing(List<DroppedFile> files, List<String> folders) {}

    /// The files that lie there, but those whose names say that they are not whole yet.
    Listing dropped() throws IOException {
        return list(path);
    }

    /// The files that were taken and not yet dealt with, by this process or one before it.
    List<DroppedFile> taken() throws IOException {
        Path taken = path.resolve(TAKEN);
        return Files.exists(taken, LinkOption.NOFOLLOW_LINKS)
                ? list(folder(TAKEN)).files()
                : List.of();
    }

    /// Takes a file.
    ///
    /// @return where it is now; its own path still where one of the same name is being worked on
    Path take(DroppedFile file) throws IOException {
        Path to = folder(TAKEN).resolve(file.path().getFileName());
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return file.path();
        }
        Files.move(file.path(), to);
        return to;
    }

    /// Puts a taken file where it belongs, with its report beside it: first the report, so that whoever finds the file
    /// finds that too.
    ///
    /// @return where it is now
    Path file(DroppedFile taken, FileReport report) throws IOException {
        Path folder = folder(report.done() ? DONE : FAILED);
        String ending = report.done() ? REPORT : REASON;
        Path to = free(folder, taken.path().getFileName(), ending, report.at());
        WholeFile.write(
                beside(to, ending),
                EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        Files.move(taken.path(), to);
        return to;
    }

    /// The file's own name where that and its report's are free, else with the time, else with the time and a number.
    private static Path free(Path folder, Path name, String ending, Instant at) throws IOException {
        Path first = folder.resolve(name);
        if (isFree(first, ending)) {
            return first;
        }
        for (int number = 1; number <= MAX_LISTED; number++) {
            Path next = folder.resolve(SafeName.stamped(name.toString(), STAMP.format(at), number));
            if (isFree(next, ending)) {
                return next;
            }
        }
        throw new FileAlreadyExistsException(
                first.toString(), null, "and " + MAX_LISTED + " like it; clear the folder");
    }

    private static boolean isFree(Path file, String ending) {
        return !exists(file) && !isFiled(beside(file, ending));
    }

    /// Whether it was filed, and is not a report that a crash has left without its file.
    private static boolean isFiled(Path file) {
        return exists(file) && (exists(beside(file, REPORT)) || exists(beside(file, REASON)));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(SafeName.of(String.valueOf(file.getFileName())) + ending);
    }

    /// A folder in this one, made where it is missing: never a link to another place.
    private Path folder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder + ": a link or a file stands where a folder must be; remove it");
        }
        return folder;
    }

    private static Listing list(Path folder) throws IOException {
        var files = new ArrayList<DroppedFile>();
        var folders = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (files.size() == MAX_LISTED) {
                    break;
                }
                note(entry, files, folders);
            }
        }
        files.sort(OLDEST_FIRST);
        return new Listing(files, folders);
    }

    private static void note(Path entry, List<DroppedFile> files, List<String> folders) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (isPartial(name) || name.equals(DONE) || name.equals(FAILED)) {
            return;
        }
        try {
            BasicFileAttributes attributes = DroppedFile.attributes(entry);
            if (!attributes.isDirectory()) {
                files.add(DroppedFile.of(entry, attributes));
            } else {
                folders.add(name);
            }
        } catch (NoSuchFileException e) {
            return; // somebody took it away since: nothing to note
        }
    }

    /// Whether the name says that the file is not whole yet, or is not for us.
    static boolean isPartial(String name) {
        int dot = name.lastIndexOf('.');
        return name.startsWith(".")
                || name.endsWith("~")
                || (dot >= 0 && PARTIAL.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}

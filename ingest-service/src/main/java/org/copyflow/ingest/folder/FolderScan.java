package org.copyflow.ingest.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// One pass over the hot folder: first what was taken before and not finished, then what is new and complete; so many
/// files of each source, the oldest first, so that no source waits for another's thousands. Not thread-safe.
final class FolderScan {

    static final int MAX_FILES_PER_SOURCE = 200;
    static final int MAX_SOURCES = 1_000;

    private final Path folder;
    private final FileDesk desk;
    private final Settling settling;
    private final InstantSource clock;

    FolderScan(Path folder, Duration settle, FileDesk desk, InstantSource clock) {
        this.folder = folder;
        this.desk = desk;
        this.settling = new Settling(settle);
        this.clock = clock;
    }

    /// What a pass found.
    ///
    /// @param filed how many files it dealt with
    /// @param waiting how many lie there still, complete or not; of a very full folder, at least so many
    /// @param oldest when the oldest of them was written
    /// @param more whether another pass would find something to do at once
    /// @param kafkaDown whether it ended early, because Kafka took nothing
    /// @param problems what an operator should look at, a sentence each
    record Result(
            int filed, int waiting, @Nullable Instant oldest, boolean more, boolean kafkaDown, List<String> problems) {}

    /// @throws IOException where the folder itself cannot be read
    Result scan() throws IOException {
        var pass = new Pass();
        for (SourceFolder source : pass.sources()) {
            try {
                pass.work(source);
            } catch (IOException | DirectoryIteratorException e) {
                pass.problem(source, e);
            }
            if (pass.kafkaDown) {
                return pass.result();
            }
        }
        settling.keep(pass.seen);
        return pass.result();
    }

    private final class Pass {
        private final Instant now = clock.instant();
        private final Set<Path> seen = new HashSet<>();
        private final List<String> problems = new ArrayList<>();
        private int filed;
        private int waiting;
        private @Nullable Instant oldest;
        private boolean more;
        private boolean kafkaDown;

        Result result() {
            return new Result(filed, waiting, oldest, more, kafkaDown, problems);
        }

        List<SourceFolder> sources() throws IOException {
            var sources = new ArrayList<SourceFolder>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    if (!SourceFolder.isPartial(name) && isSource(entry, name)) {
                        sources.add(new SourceFolder(name, entry));
                    }
                    if (sources.size() == MAX_SOURCES) {
                        problems.add("there are more than " + MAX_SOURCES + " sources; the others are not read");
                        break;
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return sources;
        }

        private boolean isSource(Path entry, String name) {
            if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(PushParameters.shown(name)
                        + " lies in the hot folder itself, where no source is known; put it into a folder of its"
                        + " source");
                return false;
            }
            try {
                PushParameters.parse(Map.of(PushParameter.SOURCE, name));
                return true;
            } catch (ProblemException e) {
                problems.add("the folder " + PushParameters.shown(name) + " is passed over: "
                        + e.problem().detail());
                return false;
            }
        }

        void work(SourceFolder source) throws IOException {
            List<DroppedFile> ready = new ArrayList<>();
            for (DroppedFile file : source.taken()) {
                note(file);
                if (settling.isComplete(file, now)) {
                    ready.add(file);
                }
            }
            SourceFolder.Listing dropped = source.dropped();
            if (!dropped.folders().isEmpty()) {
                problems.add("nobody looks into "
                        + PushParameters.shown(dropped.folders().getFirst()) + " in " + source.source()
                        + "; files go into " + source.source() + " itself");
            }
            for (DroppedFile file : dropped.files()) {
                note(file);
                if (settling.isComplete(file, now)) {
                    take(source, file, ready);
                }
            }
            FileDesk.Result result = desk.work(source, ready);
            filed += result.filed();
            waiting -= result.filed();
            kafkaDown = result.kafkaDown();
            problems.addAll(result.problems());
        }

        /// Takes a file, unless the pass has enough of its source, or one of its name is being worked on.
        private void take(SourceFolder source, DroppedFile file, List<DroppedFile> ready) throws IOException {
            if (ready.size() >= MAX_FILES_PER_SOURCE) {
                more = true;
                return;
            }
            Path to = source.take(file);
            if (to.equals(file.path())) {
                more = true;
                return;
            }
            settling.moved(file.path(), to);
            seen.add(to);
            DroppedFile taken = DroppedFile.at(to);
            if (settling.isComplete(taken, now)) {
                ready.add(taken);
            }
        }

        private void note(DroppedFile file) {
            seen.add(file.path());
            waiting++;
            Instant modified = file.modified().toInstant();
            oldest = oldest == null || modified.isBefore(oldest) ? modified : oldest;
        }

        void problem(SourceFolder source, Exception e) {
            problems.add("the folder of " + source.source() + " cannot be worked: " + e + "; trying again");
        }
    }
}

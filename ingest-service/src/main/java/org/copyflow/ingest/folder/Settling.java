package org.copyflow.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Which files are complete: those whose size and time have not changed for a while. A file without a byte gets longer,
/// because many programs create a file well before they write to it. Not thread-safe.
final class Settling {

    private static final int EMPTY_TAKES_TIMES = 15;

    private final Duration settle;
    private final Map<Path, Sight> sights = new HashMap<>();

    private record Sight(DroppedFile file, Instant since) {}

    Settling(Duration settle) {
        this.settle = settle;
    }

    /// Takes note of how the file looks now.
    ///
    /// @return whether it has looked so for long enough
    boolean isComplete(DroppedFile file, Instant now) {
        Sight before = sights.get(file.path());
        if (before == null || !file.unchangedSince(before.file)) {
            sights.put(file.path(), new Sight(file, now));
            return settle.isZero();
        }
        Duration needed = file.bytes() == 0 && file.regular() ? settle.multipliedBy(EMPTY_TAKES_TIMES) : settle;
        return !now.isBefore(before.since.plus(needed));
    }

    /// The file has another path now; how long it has looked so stays known.
    void moved(Path from, Path to) {
        Sight sight = sights.remove(from);
        if (sight != null) {
            DroppedFile file = sight.file;
            var moved = new DroppedFile(to, file.bytes(), file.modified(), file.key(), file.regular());
            sights.put(to, new Sight(moved, sight.since));
        }
    }

    /// Forgets all files but these.
    void keep(Set<Path> seen) {
        sights.keySet().retainAll(seen);
    }
}

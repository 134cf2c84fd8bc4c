package org.copyflow.ingest.folder;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.ItemOutcome;
import org.copyflow.ingest.publish.Publication;
import org.copyflow.ingest.publish.Publication.Published;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.publish.TraceParent;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// Publishes taken files and files them: `done` where all of it is safe on Kafka, `failed` where something of it was
/// refused. Where Kafka does not answer, the file stays as it is. Several files are under way at once, in order. Not
/// thread-safe.
final class FileDesk {

    private static final int MAX_GROUP_FILES = 32;
    private static final long MAX_GROUP_BYTES = 32L * 1024 * 1024;

    private final FileIntake intake;
    private final RawArticlePublisher publisher;
    private final Duration publishTimeout;
    private final FolderLog log;
    private final InstantSource clock;

    /// What is safe on Kafka, or refused for good, but could not be filed: it is not published again for that.
    private final Map<Path, FileReport> unfiled = new HashMap<>();

    FileDesk(
            FileIntake intake,
            RawArticlePublisher publisher,
            Duration publishTimeout,
            FolderLog log,
            InstantSource clock) {
        this.intake = intake;
        this.publisher = publisher;
        this.publishTimeout = publishTimeout;
        this.log = log;
        this.clock = clock;
    }

    /// @param filed how many files were dealt with
    /// @param kafkaDown whether Kafka did not take something
    /// @param problems files that could not be read or moved now, a sentence each
    record Result(int filed, boolean kafkaDown, List<String> problems) {}

    /// One file on its way.
    ///
    /// @param refused why nothing of it can be taken
    private record Work(
            DroppedFile file,
            List<CompletableFuture<Published>> items,
            @Nullable ProblemException refused) {}

    /// @param files taken and complete, in the order in which to publish them
    Result work(SourceFolder source, List<DroppedFile> files) {
        var problems = new ArrayList<String>();
        int filed = 0;
        for (int next = 0; next < files.size(); ) {
            var publication = new Publication(publisher, TraceParent.of(null), publishTimeout);
            var group = new ArrayList<Work>();
            long bytes = 0;
            while (next < files.size() && group.size() < MAX_GROUP_FILES && bytes < MAX_GROUP_BYTES) {
                DroppedFile file = files.get(next++);
                bytes += file.bytes();
                begin(publication, file, source.source(), problems).ifPresent(group::add);
            }
            for (Work work : group) {
                FileReport report = report(publication, work, source.source());
                if (report == null) {
                    return new Result(filed, true, problems);
                }
                filed += finish(source, work.file(), report, problems) ? 1 : 0;
            }
        }
        return new Result(filed, false, problems);
    }

    /// Starts to publish what is in the file; nothing where it changed or went while it was read, or cannot be read
    /// now.
    private Optional<Work> begin(Publication publication, DroppedFile file, String source, List<String> problems) {
        if (unfiled.containsKey(file.path())) {
            return Optional.of(new Work(file, List.of(), null));
        }
        try {
            List<BatchItem> items = intake.take(file, source);
            if (!DroppedFile.at(file.path()).unchangedSince(file)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Work(file, items.stream().map(publication::publish).toList(), null));
        } catch (ProblemException e) {
            return Optional.of(new Work(file, List.of(), e));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            problems.add("the file " + file.path() + " cannot be read: " + e + "; trying again");
            return Optional.empty();
        }
    }

    /// What became of the file; absent where Kafka did not take all that could be taken.
    private @Nullable FileReport report(Publication publication, Work work, String source) {
        FileReport known = unfiled.get(work.file().path());
        if (known != null) {
            return known;
        }
        String name = work.file().name();
        if (work.refused() != null) {
            log.refused(source, work.refused());
            return FileReport.refused(name, source, clock.instant(), work.refused());
        }
        List<ItemOutcome> outcomes =
                work.items().stream().map(publication::outcome).toList();
        if (outcomes.stream().anyMatch(ItemOutcome::worthRetrying)) {
            return null;
        }
        count(source, outcomes);
        return FileReport.of(name, source, clock.instant(), outcomes);
    }

    private boolean finish(SourceFolder source, DroppedFile file, FileReport report, List<String> problems) {
        unfiled.put(file.path(), report);
        try {
            Path filed = source.file(file, report);
            unfiled.remove(file.path());
            log.filed(report, filed);
            return true;
        } catch (NoSuchFileException e) {
            unfiled.remove(file.path()); // somebody took it away: there is nothing left to file
            return false;
        } catch (IOException e) {
            problems.add("the file " + file.path() + " is dealt with, but cannot be moved: " + e + "; trying again");
            return false;
        }
    }

    private void count(String source, List<ItemOutcome> outcomes) {
        for (ItemOutcome outcome : outcomes) {
            switch (outcome) {
                case ItemOutcome.Accepted(RawArticle article, Receipt _) -> log.accepted(article);
                case ItemOutcome.Refused(ProblemException reason) -> log.refused(source, reason);
            }
        }
    }
}

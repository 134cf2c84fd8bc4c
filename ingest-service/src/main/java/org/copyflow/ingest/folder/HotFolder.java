package org.copyflow.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.copyflow.ingest.files.FolderLock;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes what is dropped into a folder. It looks once a second instead of being told: the operating system tells of
/// changes on local disks only, and hot folders are mostly network drives.
///
/// A file is pushed at least once: after a crash between Kafka's acknowledgement and the move to `done`, it is pushed
/// again, and enrichment drops the second copy as a duplicate. One process works a folder at a time; others that are
/// told of the same one stand by. Thread-safe.
public final class HotFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);
    private static final String NAME = "folder";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final Path folder;
    private final FolderScan scan;
    private final FolderLog log;
    private final FolderLock lock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Check state;
    private @Nullable Thread thread;

    /// @param folder where each source has a folder
    /// @param settle how long a file must have looked the same to be complete
    /// @param maxFileBytes how large a file may be, inflated
    /// @param publishTimeout how long Kafka may take to acknowledge
    public record Settings(Path folder, Duration settle, int maxFileBytes, Duration publishTimeout) {}

    /// @param batches takes apart what is in a file
    public HotFolder(Settings settings, Batches batches, RawArticlePublisher publisher, Metrics metrics) {
        var clock = InstantSource.system();
        folder = settings.folder();
        log = new FolderLog(metrics.registry(), clock);
        lock = new FolderLock(folder);
        var intake = new FileIntake(batches, settings.maxFileBytes());
        var desk = new FileDesk(intake, publisher, settings.publishTimeout(), log, clock);
        scan = new FolderScan(folder, settings.settle(), desk, clock);
        state = Check.failed(NAME, "not started yet");
    }

    public void start() {
        thread = Thread.ofPlatform().name("ingest-folder").daemon().start(this::run);
    }

    /// Whether the folder can be worked. What is wrong with a file in it, or with one source's, is told in the
    /// detail and does not fail the check: pushes by other ways go on.
    public Check check() {
        return state;
    }

    /// Finishes the files that are under way.
    @Override
    public void close() {
        closed.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(STOPPING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        Duration pause = PAUSE;
        try (FolderLock _ = lock) {
            do {
                pause = pass(pause);
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("could not let go of the hot folder");
        }
    }

    /// @param before the last pause
    /// @return how long to wait for the next pass
    private Duration pass(Duration before) {
        try {
            if (!lock.take()) {
                state = Check.passed(NAME, "another process works " + folder + "; standing by");
                return PAUSE;
            }
            FolderScan.Result result = scan.scan();
            log.scanned(result);
            state = check(result);
            return result.kafkaDown() ? longer(before) : result.more() && result.filed() > 0 ? Duration.ZERO : PAUSE;
        } catch (IOException e) {
            return failed(e, before);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("folder", folder).setCause(e).log("a pass over the hot folder failed");
            return failed(e, before);
        }
    }

    private Check check(FolderScan.Result result) {
        String files = result.waiting() + (result.waiting() == 1 ? " file waits" : " files wait") + " in " + folder;
        if (result.kafkaDown()) {
            return Check.failed(NAME, files + ", because Kafka takes nothing; they are tried again");
        }
        return Check.passed(
                NAME,
                files
                        + (result.problems().isEmpty()
                                ? ""
                                : "; " + result.problems().getFirst()));
    }

    private Duration failed(Exception e, Duration before) {
        String why = Files.isDirectory(folder) ? String.valueOf(e) : "there is no such folder";
        String detail = "cannot work the hot folder " + folder + ": " + why
                + "; it must be there, and ingest must be allowed to read and write in it";
        if (!detail.equals(state.detail())) {
            LOG.warn(detail);
        }
        state = Check.failed(NAME, detail);
        return longer(before);
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.isZero() ? PAUSE : pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}

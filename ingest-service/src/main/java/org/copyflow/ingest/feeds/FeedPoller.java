package org.copyflow.ingest.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.copyflow.ingest.files.FolderLock;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.net.PublicAddresses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the feeds of a list, and the list itself again when it changes. One process at a time works with a state
/// folder; others that are told of the same one stand by. Thread-safe.
public final class FeedPoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final String NAME = "feeds";
    private static final int AT_ONCE = 4;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration MAX_TIME = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final FeedMemories memories;
    private final FolderLock lock;
    private final FeedClient client;
    private final FeedVisit visit;
    private final FeedSchedule schedule;
    private final FeedLog log;
    private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Feed, FeedMemory> current = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable FileTime listWritten;
    private volatile @Nullable String listProblem;
    private volatile @Nullable String keepProblem;
    private volatile Check state = Check.failed(NAME, "not started yet");
    private @Nullable Thread thread;

    /// @param list the file that lists feeds
    /// @param stateFolder where what is remembered of them is kept
    /// @param interval for the feeds that name none
    /// @param hostGap how long a host is left alone after one of its feeds was asked for
    /// @param allowPrivate whether feeds may be on addresses that are not public
    /// @param maxFeedBytes how long a feed may be, inflated
    /// @param publishTimeout how long Kafka may take to acknowledge
    public record Settings(
            Path list,
            Path stateFolder,
            Duration interval,
            Duration hostGap,
            boolean allowPrivate,
            int maxFeedBytes,
            Duration publishTimeout) {}

    /// @param batches takes apart what is in a feed
    public FeedPoller(Settings settings, Batches batches, RawArticlePublisher publisher, Metrics metrics) {
        this.settings = settings;
        memories = new FeedMemories(settings.stateFolder());
        lock = new FolderLock(settings.stateFolder());
        Predicate<InetAddress> allowed = settings.allowPrivate() ? any -> true : PublicAddresses::isPublic;
        client = new FeedClient(new PublicAddresses(allowed), settings.maxFeedBytes(), MAX_TIME, clock);
        log = new FeedLog(metrics.registry());
        visit = new FeedVisit(client, new FeedItems(batches), publisher, settings.publishTimeout(), log);
        schedule = new FeedSchedule(AT_ONCE, settings.hostGap(), RandomGenerator.getDefault());
    }

    public void start() {
        thread = Thread.ofPlatform().name("ingest-feeds").daemon().start(this::run);
    }

    /// Whether there is a list and what is remembered can be kept. Feeds that fail are told in the detail and fail
    /// nothing: pushes by other ways go on.
    public Check check() {
        return state;
    }

    /// Gives up what is asked for just now.
    @Override
    public void close() {
        closed.countDown();
        looks.shutdown();
        try {
            Thread running = thread;
            if (running != null) {
                running.join(STOPPING);
            }
            client.close();
            if (!looks.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("looks at feeds did not end in time");
            }
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("could not let go of the feeds' state folder");
        }
    }

    private void run() {
        try {
            do {
                tick();
            } while (!closed.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        String problem = keepProblem;
        try {
            Files.createDirectories(settings.stateFolder());
            if (!lock.take()) {
                state = Check.passed(NAME, "another process works with " + settings.stateFolder() + "; standing by");
                return;
            }
            reload();
            for (Feed feed : schedule.due(clock.instant())) {
                looks.execute(() -> look(feed));
            }
        } catch (IOException e) {
            problem = "the state folder " + settings.stateFolder() + " cannot be used: " + e;
        } catch (RuntimeException e) {
            problem = "a bug: " + e;
            LOG.atError().setCause(e).log("feeds could not be scheduled");
        }
        state = check(listProblem, problem);
    }

    private Check check(@Nullable String ofList, @Nullable String ofState) {
        if (ofState != null || (ofList != null && current.isEmpty())) {
            return Check.failed(NAME, String.valueOf(ofState == null ? ofList : ofState));
        }
        return Check.passed(
                NAME, log.summary() + (ofList == null ? "" : "; the list as it was before, because " + ofList));
    }

    /// Reads the list where it is new. One that cannot be used leaves the list as it was.
    private void reload() throws IOException {
        FileTime written = Files.exists(settings.list()) ? Files.getLastModifiedTime(settings.list()) : null;
        if (listProblem == null && written != null && written.equals(listWritten)) {
            return;
        }
        List<Feed> feeds;
        try {
            feeds = FeedList.read(settings.list(), settings.interval());
        } catch (IOException e) {
            String problem = "ingest.feeds-file cannot be used: " + e.getMessage();
            if (!problem.equals(listProblem)) {
                LOG.warn(problem);
            }
            listProblem = problem;
            return;
        }
        listProblem = null;
        listWritten = written;
        var known = new HashMap<Feed, FeedMemory>();
        var times = new HashMap<Feed, Instant>();
        for (Feed feed : feeds) {
            FeedMemory memory = memories.of(feed);
            known.put(feed, memory);
            times.put(feed, memory.gone() ? Instant.MAX : memory.nextAt());
        }
        current.keySet().retainAll(known.keySet());
        current.putAll(known);
        log.listed(known);
        schedule.replace(times);
    }

    private void look(Feed feed) {
        FeedMemory before = current.getOrDefault(feed, FeedMemory.none(feed));
        Instant next = clock.instant().plus(feed.interval());
        try {
            FeedVisit.Result found = visit.look(feed, before);
            next = schedule.next(feed, found, clock.instant());
            var result = new FeedVisit.Result(
                    found.outcome(),
                    found.memory().gone() ? found.memory() : found.memory().until(next),
                    found.pushed(),
                    found.retryAfter());
            current.replace(feed, result.memory());
            memories.keep(feed, result.memory());
            keepProblem = null;
            log.looked(feed, before, result);
        } catch (IOException e) {
            keepProblem = "what is remembered of feeds cannot be kept: " + e;
            LOG.atError()
                    .addKeyValue("feed", feed.url())
                    .setCause(e)
                    .log("what is remembered of a feed cannot be kept");
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("feed", feed.url()).setCause(e).log("a look at a feed failed: a bug");
        } finally {
            schedule.ended(feed, clock.instant(), next);
        }
    }
}

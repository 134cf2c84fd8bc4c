package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.copyflow.benchmarks.GeneratedArticles;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Stopping, crashing and starting again on the same data.
final class RestartIT {

    private static final int ARTICLES = 2_000;
    private static final int KILL_AFTER = 800;
    private static final int IN_FLIGHT = 16;
    private static final int WORDS = 120;
    private static final long SEED = 20_261_121;

    private static final Duration LIST_IS_NEW = Duration.ofSeconds(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everythingIsStillThereAfterARestart() {
        Path data = folder.resolve("data");
        var articles = new GeneratedArticles(SEED);
        List<String> before;
        try (CopyflowProcess first = CopyflowProcess.up(data)) {
            for (int i = 0; i < 40; i++) {
                first.client().pushed("restart", articles.uri(i), "text/markdown", articles.text(i, WORDS));
            }
            await().atMost(SOON).until(() -> first.client().articlesIn("source:restart") == 40);
            before = settled(first.client());
            assertThat(first.stop()).isIn(0, 130, 143);
        }
        try (CopyflowProcess second = CopyflowProcess.up(data)) {
            assertThat(second.client().topics()).isEqualTo(before);
            assertThat(second.client().articlesIn("source:restart")).isEqualTo(40);
        }
    }

    @Test
    void everyAcceptedArticleSurvivesAKillExactlyOnce() {
        Path data = folder.resolve("data");
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        try (CopyflowProcess first = CopyflowProcess.up(data)) {
            pushUntilKilled(first, accepted);
        }
        assertThat(accepted).hasSizeBetween(KILL_AFTER, ARTICLES - 1);
        try (CopyflowProcess second = CopyflowProcess.up(data)) {
            await("every article that got a 202 to be in the view")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(second.client().articleIdsIn("source:kill"))
                            .containsAll(accepted));
            List<String> ids = second.client().articleIdsIn("source:kill");
            assertThat(new HashSet<>(ids)).as("each exactly once").hasSameSizeAs(ids);
            assertThat(second.client().articlesIn("source:kill")).isEqualTo(ids.size());
            assertThat(ids.size() - accepted.size())
                    .as("articles in the view whose 202 the kill cut off: at most those in flight")
                    .isBetween(0, IN_FLIGHT);
        }
    }

    /// The topics once two lists that were made apart are the same: other partitions may be behind that of the source.
    private static List<String> settled(PipelineClient client) {
        var last = new AtomicReference<>(client.topics());
        await().pollDelay(LIST_IS_NEW).pollInterval(LIST_IS_NEW).atMost(SOON).until(() -> {
            List<String> now = client.topics();
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    /// Pushes all articles, several at a time, and kills the process once enough were accepted.
    private static void pushUntilKilled(CopyflowProcess copyflow, Set<String> accepted) {
        var articles = new GeneratedArticles(SEED);
        var inFlight = new Semaphore(IN_FLIGHT);
        var failed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ARTICLES; i++) {
                int number = i;
                threads.execute(() -> {
                    inFlight.acquireUninterruptibly();
                    try {
                        accepted.add(copyflow.client()
                                .pushed("kill", articles.uri(number), "text/markdown", articles.text(number, WORDS)));
                    } catch (RuntimeException | AssertionError e) {
                        failed.incrementAndGet();
                    } finally {
                        inFlight.release();
                    }
                });
            }
            await().atMost(SOON).until(() -> accepted.size() >= KILL_AFTER);
            copyflow.kill();
        }
        assertThat(failed.get()).as("the kill came while pushes were under way").isPositive();
    }
}

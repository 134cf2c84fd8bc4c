package org.copyflow.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two instances of the index service against one broker: either answers any question; one is killed while both are
/// asked, and no answer is ever wrong.
final class InstancesIT {

    private static final int SOURCES = 12;
    private static final int ARTICLES = 60;
    private static final Duration ASKED_FOR = Duration.ofSeconds(14);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /// How often there was which answer, and for how long the last was none.
    private static final class Answers {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        private long lastRefusalMs;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anyAnswersWhileOneIsKilled(int standbys) {
        String replicas = "kafka.standby-replicas=" + standbys;
        try (CopyflowProcess first = CopyflowProcess.up(folder.resolve("first"), "--set", replicas);
                CopyflowProcess second =
                        CopyflowProcess.index(folder.resolve("second"), first.kafkaAddress(), "--set", replicas)) {
            List<String> ids = push(first.client());
            for (CopyflowProcess instance : List.of(first, second)) {
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(complete(instance.client(), ids)).isTrue());
            }
            assertThat(first.client().topics()).isEqualTo(second.client().topics());
            assertThat(first.client().articleIdsIn("source:desk-1"))
                    .isEqualTo(second.client().articleIdsIn("source:desk-1"));

            second.kill();
            Answers answers = ask(first.client(), ids);

            System.out.printf(
                    "%d standby replicas: %s, the last refusal %d ms after the kill%n",
                    standbys, answers.counts, answers.lastRefusalMs);
            assertThat(answers.wrong).isEmpty();
            assertThat(complete(first.client(), ids)).isTrue();
        }
    }

    private static List<String> push(PipelineClient client) {
        return IntStream.range(0, ARTICLES)
                .mapToObj(i -> client.pushed(
                        "desk-" + i % SOURCES,
                        "urn:" + i,
                        "text/markdown",
                        "# Ferry " + i + "\n\nFerry " + i + " sank."))
                .toList();
    }

    private static boolean complete(PipelineClient client, List<String> ids) {
        return ids.stream().allMatch(id -> status(client, "/v1/articles/" + id) == 200)
                && IntStream.range(0, SOURCES)
                        .allMatch(i -> client.articlesIn("source:desk-" + i) == ARTICLES / SOURCES);
    }

    private static Answers ask(PipelineClient client, List<String> ids) {
        var answers = new Answers();
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < ASKED_FOR.toNanos(); i++) {
            note(client.get(client.readAddress() + "/v1/articles/" + ids.get(i % ids.size())), "", answers, start);
            String view = client.readAddress() + "/v1/topics/source:desk-" + i % SOURCES;
            note(client.get(view), "\"articles\":" + ARTICLES / SOURCES, answers, start);
            note(client.get(client.readAddress() + "/v1/topics?kind=source"), "\"total\":" + SOURCES, answers, start);
        }
        return answers;
    }

    private static void note(HttpResponse<String> answer, String must, Answers answers, long start) {
        String stale = answer.headers()
                .firstValue("Copyflow-Stale")
                .map(from -> " " + from)
                .orElse("");
        answers.counts.merge(answer.statusCode() + stale, 1, Integer::sum);
        if (answer.statusCode() == 503) {
            answers.lastRefusalMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertThat(answer.body()).contains("restoring");
        } else if (answer.statusCode() != 200 || !answer.body().contains(must)) {
            answers.wrong.add((System.nanoTime() - start) / 1000000 + stale + " " + answer.uri() + ": "
                    + answer.statusCode() + " " + answer.body());
        }
    }

    private static int status(PipelineClient client, String path) {
        return client.get(client.readAddress() + path).statusCode();
    }
}

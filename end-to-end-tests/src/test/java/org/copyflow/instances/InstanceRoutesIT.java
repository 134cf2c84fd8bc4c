package org.copyflow.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.copyflow.instances.Hooks.Hook;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.copyflow.running.StreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Every route of two instances: both tell the same; while one is killed and while it comes back, each answer is whole
/// or says that it is not; webhooks and streams lose nothing. `-Dcopyflow.standbys=0` does without standby replicas.
final class InstanceRoutesIT {

    /// Longer than a killed instance is taken to be there.
    private static final Duration MISSED_WITHIN = Duration.ofSeconds(7);

    private static final int STANDBYS = Integer.getInteger("copyflow.standbys", 1);
    private static final String[] SETTINGS = {
        "--set", "kafka.standby-replicas=" + STANDBYS,
        "--set", "index.webhooks-private=true",
        "--set", "index.public-address=http://news.example"
    };
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(60);
    private static final int AT_A_TIME = 16;
    private static final int MOST_SHOWN = 10;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /// How often there was which answer, and when the last was none.
    private static final class Tally {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Set<String> wrong = new LinkedHashSet<>();
        private final List<String> unlike = new ArrayList<>();
        private final long start = System.nanoTime();
        private long lastRefusalMs;

        long sinceMs() {
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        }

        /// @return whether all are as expected, whole and new
        boolean note(Map<Question, Told> expected, Map<Question, Told> given) {
            given.forEach((question, told) -> note(question, Objects.requireNonNull(expected.get(question)), told));
            return unlike.isEmpty();
        }

        private void note(Question question, Told expected, Told told) {
            counts.merge(told.status() + (told.stale().isEmpty() ? "" : " " + told.stale()), 1, Integer::sum);
            if (told.equals(expected)) {
                return;
            }
            String difference = question + "\n  " + expected.unlike(told) + "\n";
            unlike.add(difference);
            if (told.isExcused()) {
                lastRefusalMs = sinceMs();
            } else if ((told.status() != 200 || told.stale().isEmpty()) && wrong.size() < MOST_SHOWN) {
                wrong.add(sinceMs() + " ms: " + difference);
            }
        }
    }

    @Test
    void everyRouteIsAnsweredWhileOneIsKilled() {
        try (var hooks = new Hooks();
                CopyflowProcess first = CopyflowProcess.up(folder.resolve("first"), SETTINGS);
                CopyflowProcess second =
                        CopyflowProcess.index(folder.resolve("second"), first.kafkaAddress(), SETTINGS)) {
            PipelineClient here = first.client();
            PipelineClient there = second.client();
            var newsroom = new Newsroom(here);
            String query = saved(here, there);
            List<Hook> delivered = hooks.makeSomeOfEach(here, there);
            Hook paused = paused(hooks, here, there);
            Hook deleted = deleted(hooks, here, there);
            Questions questions = published(newsroom, here, query, paused.id());
            Map<Question, Told> expected = settled(questions, here, there);
            List<Listener> listeners = listening(newsroom, there);

            newsroom.pushLate(5);
            second.kill();
            newsroom.pushLate(5);
            listeners.getFirst().listenTo(here);
            Tally killed = ask(questions, here, expected, MISSED_WITHIN, () -> true);
            System.out.printf(
                    "%d standby replicas: %s, the last refusal %d ms after the kill, all as before after %d ms%n",
                    STANDBYS, killed.counts, killed.lastRefusalMs, killed.sinceMs());
            assertThat(killed.wrong).isEmpty();

            listeners.getLast().listenTo(here);
            newsroom.pushLate(5);
            here.posted("/v1/subscriptions/" + paused.id() + "/resume", "", 200);
            for (Hook hook :
                    Stream.concat(delivered.stream(), Stream.of(paused)).toList()) {
                await().atMost(SOON).until(() -> Hooks.delivered(hook, newsroom.late()));
            }
            assertThat(deleted.sink().received()).isEmpty();
            for (Listener listener : listeners) {
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(listener.heard()).containsExactlyInAnyOrderElementsOf(newsroom.late()));
                listener.close();
            }
            comesBack(questions, first);
        }
    }

    /// Begins to follow what comes late, and waits until something came.
    private static List<Listener> listening(Newsroom newsroom, PipelineClient client) {
        List<Listener> listeners = List.of(
                new Listener("/v1/stream?history=0&source=" + Newsroom.LATE),
                new Listener("/v1/topics/source:" + Newsroom.LATE + "/stream?history=0"));
        listeners.forEach(listener -> listener.listenTo(client));
        newsroom.pushLate(5);
        await().atMost(SOON)
                .until(() -> listeners.stream().allMatch(each -> each.heard().size() >= 2));
        return listeners;
    }

    private void comesBack(Questions questions, CopyflowProcess first) {
        Map<Question, Told> expected = questions.answers(AT_A_TIME, first.client());
        try (CopyflowProcess again =
                CopyflowProcess.indexBeginning(folder.resolve("second"), first.kafkaAddress(), SETTINGS)) {
            Tally back = ask(questions, again.client(), expected, Duration.ZERO, again.client()::readable);
            System.out.printf(
                    "come back: %s, the last refusal after %d ms, all as before after %d ms%n",
                    back.counts, back.lastRefusalMs, back.sinceMs());
            assertThat(back.wrong).isEmpty();
        }
    }

    /// Saves a query on one instance and waits until the other knows it.
    private static String saved(PipelineClient here, PipelineClient there) {
        String id = here.posted("/v1/queries", "{\"q\":\"inspected\"}", 201)
                .path("id")
                .asString();
        here.posted("/v1/queries", "{\"q\":\"nobody says this\"}", 201);
        String path = "/v1/queries?limit=1000";
        await().atMost(SOON)
                .until(() -> there.get(there.readAddress() + path)
                        .body()
                        .equals(here.get(here.readAddress() + path).body()));
        return id;
    }

    private static Hook paused(Hooks hooks, PipelineClient here, PipelineClient there) {
        Hook hook = hooks.make(here);
        await().atMost(SOON).until(() -> status(there, "/v1/subscriptions/" + hook.id()) == 200);
        there.posted("/v1/subscriptions/" + hook.id() + "/pause", "", 200);
        await().atMost(SOON)
                .until(() -> here.get(here.readAddress() + "/v1/subscriptions/" + hook.id())
                        .body()
                        .contains("\"paused\""));
        assertThat(there.posted("/v1/subscriptions/" + hook.id() + "/test", "", 200)
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        return hook;
    }

    private static Hook deleted(Hooks hooks, PipelineClient here, PipelineClient there) {
        Hook hook = hooks.make(here);
        await().atMost(SOON).until(() -> status(there, "/v1/subscriptions/" + hook.id()) == 200);
        assertThat(there.delete("/v1/subscriptions/" + hook.id()).statusCode()).isEqualTo(204);
        await().atMost(SOON).until(() -> status(here, "/v1/subscriptions/" + hook.id()) == 404);
        return hook;
    }

    private static int status(PipelineClient client, String path) {
        return client.get(client.readAddress() + path).statusCode();
    }

    /// Pushes what is asked about.
    private static Questions published(Newsroom newsroom, PipelineClient client, String query, String webhook) {
        List<String> articles = newsroom.push();
        newsroom.awaitCopies(articles);
        newsroom.correct();
        List<String> stories = PipelineClient.json(client.get(client.readAddress() + "/v1/stories?language=en")
                        .body())
                .path("stories")
                .valueStream()
                .map(story -> story.path("id").asString())
                .toList();
        return Questions.of(articles, stories, query, webhook);
    }

    /// Waits until both tell the same, each alone and both by turns, twice, and nobody excuses himself.
    private static Map<Question, Told> settled(Questions questions, PipelineClient here, PipelineClient there) {
        var before = new TreeMap<Integer, Map<Question, Told>>();
        await().atMost(SOON).untilAsserted(() -> {
            Map<Question, Told> expected = questions.answers(AT_A_TIME, here);
            Map<Question, Told> was = before.put(0, expected);
            assertThat(was).as("asked for the first time").isNotNull();
            assertThat(Questions.differences(was, expected)).isEmpty();
            assertThat(Questions.differences(expected, questions.answers(AT_A_TIME, there)))
                    .isEmpty();
            assertThat(Questions.differences(expected, questions.answers(AT_A_TIME, here, there)))
                    .isEmpty();
        });
        assertThat(before.get(0))
                .allSatisfy((_, told) -> assertThat(told.status()).isEqualTo(200));
        for (String source : Newsroom.sources()) {
            assertThat(here.articlesIn("source:" + source)).isEqualTo(Newsroom.articlesASource());
        }
        return Objects.requireNonNull(before.get(0));
    }

    /// Asks one instance everything again and again, several questions at a time, until all is answered as before, but
    /// for so long at least.
    private static Tally ask(
            Questions questions,
            PipelineClient whom,
            Map<Question, Told> expected,
            Duration least,
            BooleanSupplier ready) {
        var tally = new Tally();
        boolean whole = false;
        while (!whole || tally.sinceMs() < least.toMillis()) {
            assertThat(tally.sinceMs())
                    .as("not all is answered: %s, %s, %s", tally.counts, tally.unlike, tally.wrong)
                    .isLessThan(WHOLE_WITHIN.toMillis());
            tally.unlike.clear();
            try {
                boolean isReady = ready.getAsBoolean();
                whole = tally.note(expected, questions.answers(AT_A_TIME, whom)) && isReady;
            } catch (UncheckedIOException notListening) {
                whole = false;
            }
        }
        return tally;
    }

    /// Follows what comes late on one instance, then on the other from where it was.
    private static final class Listener {

        private static final String ADDED = "added ";

        private final String path;
        private final List<StreamReader> readers = new ArrayList<>();

        Listener(String path) {
            this.path = path;
        }

        void listenTo(PipelineClient client) {
            String after = readers.isEmpty() ? "" : readers.getLast().lastEventId();
            await(path)
                    .atMost(SOON)
                    .ignoreException(IllegalStateException.class)
                    .until(() -> readers.add(new StreamReader(client.readAddress() + path, after)));
        }

        /// The articles of which it heard, each as often as the stream told of it.
        List<String> heard() {
            return readers.stream()
                    .flatMap(reader -> reader.changes().stream())
                    .filter(change -> change.startsWith(ADDED))
                    .map(change -> change.substring(ADDED.length()))
                    .toList();
        }

        void close() {
            readers.forEach(StreamReader::close);
        }
    }
}

package org.copyflow.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.SampleArticles;
import org.copyflow.reading.SocketReader.Event;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What readers see who do not read, who read slowly, whose past has expired, or who come from elsewhere. Whoever goes
/// on from the cursor that it was given misses nothing and gets nothing twice.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class StreamReadersIT {

    private static final int ARTICLES = 3_000;
    private static final int FEW = 400;
    private static final int PAGE = 150;
    private static final Duration SLOWLY = Duration.ofMillis(50);
    private static final String[] SETTINGS = {
        "--set", "index.remembered-events=100",
        "--set", "index.history-per-topic=100",
        "--set", "index.stream-queue-events=400"
    };

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private CopyflowProcess copyflow;

    @BeforeEach
    void start() {
        copyflow = CopyflowProcess.up(folder.resolve("data"), SETTINGS);
    }

    @AfterEach
    void stop() {
        copyflow.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "copyflow.long", matches = "true", disabledReason = "takes minutes")
    void cutsOffWhoeverIsTooSlowAndNobodyElse() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor();
                SocketReader stalled = reader("/v1/stream?history=0", null);
                SocketReader dead = reader("/v1/stream?history=0", null);
                SocketReader slow = reader("/v1/stream?history=0", null);
                SocketReader good = reader("/v1/stream?history=0", null)) {
            for (SocketReader each : List.of(stalled, dead, slow, good)) {
                each.position();
            }
            CompletableFuture<List<String>> all = CompletableFuture.supplyAsync(() -> read(good, ARTICLES), readers);
            CompletableFuture<List<String>> slowly = CompletableFuture.supplyAsync(() -> readSlowly(slow), readers);
            publish("a", ARTICLES);

            await().atMost(SOON).until(() -> metric("copyflow_index_subscribers_lagged_total") >= 1);
            List<String> seen = readUntilLagged(stalled); // it reads on
            List<String> expected = all.get(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(expected).doesNotHaveDuplicates().hasSize(ARTICLES);
            assertThat(seen).hasSizeLessThan(ARTICLES).isEqualTo(expected.subList(0, seen.size()));
            assertThat(goOn(stalled.lastId(), seen)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(slowly.get(SOON.toSeconds(), TimeUnit.SECONDS)).containsExactlyInAnyOrderElementsOf(expected);

            await().atMost(SOON).until(() -> metric("copyflow_index_subscribers") <= 1); // but the good one
            List<String> before = readWhatCame(dead);
            assertThat(goOn(dead.lastId(), before)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void saysWhatHasExpiredAndTellsTheRest() throws Exception {
        String begin;
        try (SocketReader reader = reader("/v1/stream?history=0", null)) {
            begin = reader.position();
        }
        Instant before = Instant.now();
        publish("a", FEW);
        publish("b", FEW);
        await().atMost(SOON).until(() -> client().articlesIn("source:a") + client().articlesIn("source:b") == 2 * FEW);
        Topics.forgetHalf(copyflow, EventTopics.TOPICS_FEED);
        List<String> kept = Topics.values(copyflow, EventTopics.TOPICS_FEED).stream()
                .filter(event -> event.topic().id().startsWith("source:"))
                .map(event -> event.article().id())
                .toList();
        assertThat(kept).hasSizeBetween(1, 2 * FEW - 1);

        try (SocketReader reader = reader("/v1/stream", begin)) {
            Event gap = Objects.requireNonNull(reader.next());
            assertThat(gap.name()).isEqualTo("gap");
            assertThat(gap.said("reason")).isEqualTo("expired");
            assertThat(gap.said("after")).isEqualTo(begin);
            assertThat(read(reader, kept.size())).containsExactlyInAnyOrderElementsOf(kept);
        }
        assertThat(pages("after=" + begin, "expired")).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(pages("since=" + before.minus(Duration.ofDays(1)), "expired"))
                .containsExactlyInAnyOrderElementsOf(kept);
        try (SocketReader reader = reader("/v1/topics/source:a/stream", begin)) {
            assertThat(Objects.requireNonNull(reader.next()).said("reason")).isEqualTo("expired");
            assertThat(read(reader, 100)).allMatch(id -> id.startsWith("a"));
        }
    }

    @Test
    void tellsWhatItRemembersToOneOfAnotherCluster() throws Exception {
        publish("a", FEW);
        await().atMost(SOON).until(() -> client().articlesIn("source:a") == FEW);
        String own;
        try (SocketReader reader = reader("/v1/stream?history=0", null)) {
            own = reader.position();
        }
        String places = own.substring(own.indexOf('~'));
        String ahead = own.substring(0, own.indexOf('~')) + "~0-99999999";
        for (String foreign : List.of("AAAAAAAAAAAAAAAAAAAAAA" + places, ahead)) {
            try (SocketReader reader = reader("/v1/stream", foreign)) {
                Event gap = Objects.requireNonNull(reader.next());
                assertThat(gap.name()).isEqualTo("gap");
                assertThat(gap.said("reason")).isEqualTo("unknown-cursor");
                List<String> remembered = read(reader, 100);
                assertThat(remembered).doesNotHaveDuplicates();
                assertThat(pages("after=" + foreign, "unknown-cursor")).isEqualTo(remembered);
                publish("b", 1); // live from there on, without a seam
                assertThat(Objects.requireNonNull(reader.next()).article()).isEqualTo("b0");
            }
            try (SocketReader reader = reader("/v1/topics/source:a/stream", foreign)) {
                assertThat(Objects.requireNonNull(reader.next()).said("reason")).isEqualTo("unknown-cursor");
                assertThat(read(reader, 100)).doesNotHaveDuplicates();
            }
        }
    }

    /// As where the index was stopped, or far behind, while articles were enriched.
    @Test
    void findsByWhenItHappenedWhatWasIndexedLongAfterItWasEnriched() {
        publish("a", 2, Instant.now().minus(Duration.ofDays(60)));
        await().atMost(SOON).until(() -> client().articlesIn("source:a") == 2);
        Instant now = Instant.now();
        publish("b", FEW, now.minus(Duration.ofMinutes(10)));
        await().atMost(SOON).until(() -> client().articlesIn("source:b") == FEW);

        assertThat(pages("since=" + now, "")).hasSize(FEW).allMatch(id -> id.startsWith("b"));
        assertThat(page("since=" + Instant.now()).path("events")).isEmpty();
    }

    private PipelineClient client() {
        return copyflow.client();
    }

    /// @param after as `Last-Event-ID`
    private SocketReader reader(String path, @Nullable String after) {
        return new SocketReader(
                client().readAddress(), path, after == null ? Map.of() : Map.of("Last-Event-ID", after));
    }

    /// Articles with long titles, so that few events fill what networks buffer.
    private void publish(String source, int articles) {
        publish(source, articles, Instant.now());
    }

    /// @param enrichedAt the time of the records
    private void publish(String source, int articles, Instant enrichedAt) {
        try (Producer<String, Article> producer = Topics.producer(copyflow, EventTopics.ARTICLES_ENRICHED)) {
            for (int i = 0; i < articles; i++) {
                Article article = SampleArticles.article(source + i, source)
                        .title("渡轮".repeat(120))
                        .text("港口".repeat(140))
                        .receivedAt(Instant.now())
                        .build();
                var _ = producer.send(new ProducerRecord<>(
                        EventTopics.ARTICLES_ENRICHED.name(), null, enrichedAt.toEpochMilli(), article.id(), article));
            }
        }
    }

    private double metric(String name) {
        return client().get(client().readAddress() + "/metrics")
                .body()
                .lines()
                .filter(line -> line.matches(name + "(\\{.*})? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// The articles of so many events.
    private static List<String> read(SocketReader reader, int events) {
        var articles = new CopyOnWriteArrayList<String>();
        try {
            while (articles.size() < events) {
                articles.add(Objects.requireNonNull(reader.next(), "the stream ended")
                        .article());
            }
        } catch (IOException e) {
            throw new AssertionError("after " + articles.size() + " events", e);
        }
        return articles;
    }

    /// The articles of what it still gets, up to and without the `lagged` that ends it.
    private static List<String> readUntilLagged(SocketReader reader) throws IOException {
        var articles = new ArrayList<String>();
        for (Event event = reader.next(); event != null; event = reader.next()) {
            if (event.name().equals("lagged")) {
                assertThat(event.said("cursor")).isEqualTo(reader.lastId());
                assertThat(reader.next()).isNull();
                return articles;
            }
            articles.add(event.article());
        }
        throw new AssertionError("it was not told that it lagged");
    }

    /// The articles of what reached its machine before the connection was closed.
    private static List<String> readWhatCame(SocketReader reader) {
        var articles = new ArrayList<String>();
        try {
            for (Event event = reader.next(); event != null; event = reader.next()) {
                assertThat(event.name()).isEqualTo("added");
                articles.add(event.article());
            }
        } catch (IOException e) {
            // a closed connection may look so
        }
        return articles;
    }

    private List<String> goOn(String after, List<String> before) {
        var articles = new ArrayList<>(before);
        try (SocketReader reader = reader("/v1/stream", after)) {
            articles.addAll(read(reader, ARTICLES - before.size()));
        }
        return articles;
    }

    /// Slowly until it is cut off, then as fast as it can.
    private List<String> readSlowly(SocketReader reader) {
        var never = new CountDownLatch(1);
        var articles = new ArrayList<String>();
        try {
            Event event = reader.next();
            while (event != null && !event.name().equals("lagged")) {
                articles.add(event.article());
                assertThat(never.await(SLOWLY.toMillis(), TimeUnit.MILLISECONDS))
                        .isFalse();
                event = reader.next();
            }
            assertThat(Objects.requireNonNull(event, "it was not told that it lagged")
                            .said("cursor"))
                    .isEqualTo(reader.lastId());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return goOn(reader.lastId(), articles);
    }

    /// The articles on all pages of changes, the first of which says that something is missing.
    private List<String> pages(String from, String gap) {
        var articles = new ArrayList<String>();
        JsonNode page = page(from);
        assertThat(page.path("gap").path("reason").asString()).isEqualTo(gap);
        while (true) {
            page.path("events")
                    .forEach(event ->
                            articles.add(event.path("article").path("id").asString()));
            if (!page.path("more").asBoolean()) {
                return articles;
            }
            page = page("after=" + page.path("next").asString());
            assertThat(page.has("gap")).isFalse();
        }
    }

    private JsonNode page(String from) {
        var answer = client().get(client().readAddress() + "/v1/changes?limit=" + PAGE + "&" + from);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return PipelineClient.json(answer.body());
    }
}

package org.copyflow.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.model.Item;
import org.copyflow.index.model.PlainView;
import org.copyflow.index.model.Question;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Thousands of articles, new versions, re-taggings and kills in random order through a real broker, as enrichment
/// publishes them, and a kill -9 of everything in the middle: every view over HTTP, every one on `topics.views`, every
/// list of articles and every answer of the search is the one that a plain model makes of the articles that are left.
/// So is it where topics keep a list of five articles, but for what is on `topics.views` of those that hold more.
/// `-Dcopyflow.seed=…` repeats a history, `-Dcopyflow.steps=20000` makes it a long one.
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class HistoryIT {

    private static final int STEPS = Integer.getInteger("copyflow.steps", 250);
    private static final int ARTICLES = STEPS / 8;
    private static final int QUESTIONS = 150;
    private static final PlainView.Size SIZE = new PlainView.Size(20, 500, 20, 168, 90, 10);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Map<String, Item> left = new TreeMap<>();
    private final Instant begin = Instant.now();

    static Stream<Arguments> histories() {
        Long given = Long.getLong("copyflow.seed");
        long seed = given != null ? given : new Random().nextLong();
        return Stream.of(Arguments.of(seed, 1_000_000), Arguments.of(seed, 5));
    }

    @ParameterizedTest(name = "seed {0}, lists of {1}")
    @MethodSource("histories")
    void addsUpToTheArticlesThatAreLeft(long seed, int listed) {
        System.out.printf("a history of %,d steps, seed %d, lists of %,d%n", STEPS, seed, listed);
        var random = new Random(seed);
        Path data = folder.resolve("data");
        try (CopyflowProcess first = up(data, listed)) {
            publish(first, STEPS / 2, random);
            first.kill();
        }
        try (CopyflowProcess second = up(data, listed)) {
            publish(second, STEPS - STEPS / 2, random);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> checkViews(second, listed));
            List<Question> questions = Stream.generate(() -> Question.random(random, now()))
                    .limit(QUESTIONS)
                    .toList();
            var search = new SearchClient(second.client());
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> questions.forEach(question -> assertThat(search.ask(question))
                            .as(question.toString())
                            .isEqualTo(question.answer(left.values()))));
        }
        System.out.printf(
                "equal after %d s, %,d articles left%n",
                Duration.between(begin, Instant.now()).toSeconds(), left.size());
    }

    private static CopyflowProcess up(Path data, int listed) {
        return CopyflowProcess.up(data, "--set", "index.articles-per-topic=" + listed);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private void publish(CopyflowProcess copyflow, int steps, Random random) {
        try (Producer<String, Article> producer = Topics.producer(copyflow, EventTopics.ARTICLES_ENRICHED)) {
            for (int step = 0; step < steps; step++) {
                String id = "a" + random.nextInt(ARTICLES);
                var _ = producer.send(new ProducerRecord<>(EventTopics.ARTICLES_ENRICHED.name(), id, next(id, random)));
            }
        }
    }

    /// @return absent for a tombstone
    private @Nullable Article next(String id, Random random) {
        int dice = random.nextInt(12);
        Item before = left.get(id);
        if (dice == 0) {
            left.remove(id);
            return null;
        }
        if (dice == 1) {
            left.remove(id);
            return Item.random(id, random, now()).article().toBuilder()
                    .status(ArticleStatus.CANCELED)
                    .build();
        }
        if (dice == 2 && before != null) {
            return before.article();
        }
        Item after = Item.random(id, random, now());
        left.put(id, after);
        return after.article();
    }

    private void checkViews(CopyflowProcess copyflow, int listed) {
        PipelineClient client = copyflow.client();
        Map<String, List<Item>> model = Item.byTopic(left.values());
        assertThat(client.topics())
                .isEqualTo(model.entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue().size())
                        .sorted()
                        .toList());
        Map<String, Topics.Published<TopicView>> published = Topics.latest(copyflow, EventTopics.TOPICS_VIEWS);
        assertThat(published.keySet()).isEqualTo(model.keySet());
        model.forEach((id, items) -> {
            TopicView view = EventJson.mapper().treeToValue(client.view(id), TopicView.class);
            boolean whole = view.firstAt() != null;
            assertThat(whole || listed < ARTICLES)
                    .as(id + " is listed to its end")
                    .isTrue();
            PlainView expected = PlainView.of(id, items, Instant.now(), begin, SIZE);
            assertThat(PlainView.of(view)).as(id).isEqualTo(whole ? expected : expected.withoutFirst());
            Topics.Published<TopicView> latest = Objects.requireNonNull(published.get(id));
            if (whole) {
                assertThat(PlainView.of(latest.value()))
                        .as(id + " on topics.views")
                        .isEqualTo(PlainView.of(id, items, latest.at(), begin, SIZE));
            }
            assertThat(latest.value().articles()).as(id).isEqualTo(items.size());
            assertThat(client.articleIdsIn(id))
                    .as(id)
                    .isEqualTo(items.stream()
                            .sorted(Comparator.comparing(Item::time).reversed().thenComparing(Item::id))
                            .map(Item::id)
                            .toList());
        });
    }
}

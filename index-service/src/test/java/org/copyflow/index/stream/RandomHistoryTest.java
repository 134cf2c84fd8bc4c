package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.model.Item;
import org.copyflow.index.model.PlainView;
import org.copyflow.index.model.Question;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.search.LoggedSearch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thousands of pushes, updates, re-taggings and kills in random order, with times in any order, over ten days of
/// clock: at any time every view, and every answer of the search, is the one that a plain model makes of the articles
/// that are left. The search is ended now and then as a kill would end it, and its index outlives that.
///
/// `-Dcopyflow.seed=…` repeats a history, `-Dcopyflow.steps=20000` makes it a long one.
class RandomHistoryTest {

    private static final int STEPS = Integer.getInteger("copyflow.steps", 2_000);
    private static final int ARTICLES = 2_500;
    private static final int CHECKS = 4;
    private static final int BURST = 8;
    private static final int QUESTIONS = 250;
    private static final PlainView.Size SIZE = new PlainView.Size(10, 60, 10, 48, 20, 5);
    private static final IndexLimits LIMITS =
            new IndexLimits(100_000, 20, 10, 60, 10, 48, 20, 5, Duration.ofMillis(200), 100);

    private final Map<String, Item> left = new TreeMap<>();
    private volatile Instant now = NOON;
    private int trending;
    private int breaking;
    private int found;

    static Stream<Long> seeds() {
        Long given = Long.getLong("copyflow.seed");
        return Stream.of(given != null ? given : new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a long history adds up to the articles that are left")
    void addsUpToTheArticlesThatAreLeft(long seed, @TempDir Path stateDir, @TempDir Path searchDir)
            throws InterruptedException {
        System.out.printf("a history of %,d steps, seed %d%n", STEPS, seed);
        var random = new Random(seed);
        try (var index = new IndexDriver(LIMITS, ArticleQueries.NONE, stateDir, Stores::inMemoryKeyValueStore);
                var search = new LoggedSearch(searchDir, () -> now)) {
            for (int step = 1; step <= STEPS; step++) {
                change(random, index, search);
                if (random.nextInt(STEPS / 100) == 0) {
                    pass(index, Duration.ofSeconds(random.nextInt(3 * 3_600)));
                }
                if (random.nextInt(STEPS / 10) == 0) {
                    search.restart();
                }
                if (step % (STEPS / CHECKS) == 0) {
                    burst(index, search, step);
                    pass(index, Duration.ofMinutes(1));
                    check(index);
                    check(search, random);
                    pass(index, Duration.ofHours(random.nextInt(48)));
                }
            }
            assertThat(trending).isPositive();
            assertThat(breaking).isPositive();
            assertThat(found).isPositive();
        }
    }

    private void change(Random random, IndexDriver index, LoggedSearch search) {
        String id = "a" + random.nextInt(ARTICLES);
        int dice = random.nextInt(12);
        Item before = left.get(id);
        if (dice == 0) {
            left.remove(id);
            index.tombstone(id);
            search.put(id, null);
        } else if (dice == 1) {
            left.remove(id);
            put(
                    Item.random(id, random, now).article().toBuilder()
                            .status(ArticleStatus.CANCELED)
                            .build(),
                    index,
                    search);
        } else if (dice == 2 && before != null) {
            put(before.article(), index, search);
        } else {
            Item after = Item.random(id, random, now);
            left.put(id, after);
            put(after.article(), index, search);
        }
    }

    /// A concept that nothing else has, in several articles at once.
    private void burst(IndexDriver index, LoggedSearch search, int step) {
        for (int i = 0; i < BURST; i++) {
            Item item = Item.of("b" + step + "-" + i, 98, now);
            left.put(item.id(), item);
            put(item.article(), index, search);
        }
    }

    private static void put(Article article, IndexDriver index, LoggedSearch search) {
        index.put(article);
        search.put(article.id(), article);
    }

    private void pass(IndexDriver index, Duration time) {
        index.passTime(time);
        now = now.plus(time);
    }

    private void check(IndexDriver index) {
        Map<String, TopicView> views = index.views();
        now = now.plus(LIMITS.publishEvery());
        Map<String, List<Item>> model = Item.byTopic(left.values());
        assertThat(views.keySet()).isEqualTo(model.keySet());
        model.forEach((id, items) -> {
            TopicView view = Objects.requireNonNull(views.get(id));
            PlainView expected = PlainView.of(id, items, index.publishedAt(id), NOON, SIZE);
            assertThat(PlainView.of(view)).as(id).isEqualTo(expected);
            if (view.trend() > 0) { // it was looked at a minute ago
                assertThat(PlainView.of(id, items, now, NOON, SIZE).trend())
                        .isBetween(view.trend() - 1, view.trend() + 1);
                trending++;
            }
            breaking += view.breaking() ? 1 : 0;
        });
    }

    private void check(LoggedSearch search, Random random) throws InterruptedException {
        search.awaitRead();
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = Question.random(random, now);
            Question.Answer expected = question.answer(left.values());
            assertThat(search.ask(question)).as(question.toString()).isEqualTo(expected);
            found += expected.ids().size();
        }
    }
}

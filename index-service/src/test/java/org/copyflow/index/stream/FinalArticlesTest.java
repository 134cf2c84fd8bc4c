package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TopicsOf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// After any history of pushes, updates, re-taggings and withdrawals the views are those of the final articles alone.
/// `-Dcopyflow.seed=…` repeats a failing history.
class FinalArticlesTest {

    private static final int STEPS = 400;
    private static final int ARTICLES = 60;
    private static final IndexLimits ROOMY =
            new IndexLimits(1_000, 50, 20, 500, 10, 168, 90, 10, Duration.ofMillis(200), 100);
    private static final IndexLimits TIGHT =
            new IndexLimits(12, 50, 5, 10, 10, 168, 90, 10, Duration.ofMillis(200), 100);

    private final Map<String, Article> finalArticles = new TreeMap<>();

    static Stream<Long> seeds() {
        Long given = Long.getLong("copyflow.seed");
        return given != null ? Stream.of(given) : new Random().longs(2).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("any history adds up to the final articles")
    void addsUpToTheFinalArticles(long seed, @TempDir Path stateDir) {
        try (var index = new IndexDriver(ROOMY, stateDir)) {
            replay(new Random(seed), index);

            Map<String, TopicView> views = index.views();
            Map<String, List<Article>> model = model();
            assertThat(views.keySet()).isEqualTo(model.keySet());
            assertThat(views).allSatisfy((topicId, view) -> {
                List<ArticleCard> newestFirst = cards(model.getOrDefault(topicId, List.of()));
                assertThat(view.articles()).isEqualTo(newestFirst.size());
                assertThat(index.cards(topicId)).isEqualTo(newestFirst);
                assertThat(view.newest()).isEqualTo(head(newestFirst, ROOMY.newestPerView()));
                assertThat(view.sources()).isEqualTo(counts(newestFirst, card -> List.of(card.source())));
                assertThat(view.people()).isEqualTo(counts(newestFirst, ArticleCard::people));
                assertThat(view.organisations()).isEqualTo(counts(newestFirst, ArticleCard::organisations));
                assertThat(view.topic().name()).isEqualTo(nameIn(model.getOrDefault(topicId, List.of()), topicId));
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a full list is the start of the whole one")
    void keepsTheStartOfTheWholeListWhereItIsFull(long seed, @TempDir Path stateDir) {
        try (var index = new IndexDriver(TIGHT, stateDir)) {
            replay(new Random(seed), index);

            Map<String, TopicView> views = index.views();
            Map<String, List<Article>> model = model();
            assertThat(views.keySet()).isEqualTo(model.keySet());
            assertThat(views).allSatisfy((topicId, view) -> {
                List<ArticleCard> newestFirst = cards(model.getOrDefault(topicId, List.of()));
                List<ArticleCard> kept = index.cards(topicId);
                assertThat(view.articles()).isEqualTo(newestFirst.size());
                assertThat(kept).isEqualTo(head(newestFirst, kept.size()));
                assertThat(kept).hasSizeLessThanOrEqualTo(TIGHT.articlesPerTopic());
                assertThat(index.state(topicId).cards().kept()).isEqualTo(kept.size());
                assertThat(view.newest()).isEqualTo(head(kept, TIGHT.newestPerView()));
            });
        }
    }

    private void replay(Random random, IndexDriver index) {
        for (int step = 0; step < STEPS; step++) {
            String id = "a" + random.nextInt(ARTICLES);
            int dice = random.nextInt(10);
            if (dice == 0) {
                finalArticles.remove(id);
                index.tombstone(id);
            } else if (dice == 1) {
                finalArticles.remove(id);
                index.put(random(id, random).toBuilder()
                        .status(ArticleStatus.CANCELED)
                        .build());
            } else if (dice == 2 && finalArticles.containsKey(id)) {
                index.put(finalArticles.get(id));
            } else {
                Article version = random(id, random);
                finalArticles.put(id, version);
                index.put(version);
            }
            if (random.nextInt(20) == 0) {
                index.passTime(Duration.ofMillis(random.nextInt(400)));
            }
        }
    }

    private static Article random(String id, Random random) {
        return article(id, "source-" + id.hashCode() % 3)
                .title("Title " + random.nextInt(5))
                .receivedAt(NOON.plusSeconds(random.nextInt(300)))
                .topics(some(random, 3, i -> new ArticleTopic("medtop:" + i, "topic " + random.nextInt(3), 1)))
                .entities(some(
                        random,
                        4,
                        i -> entity(
                                random.nextBoolean() ? "Name " + i : "NAME " + i,
                                i % 2 == 0 ? Entity.Type.PERSON : Entity.Type.ORGANISATION,
                                random.nextDouble())))
                .keyphrases(some(random, 2, i -> "phrase " + i))
                .build();
    }

    private static <T> List<T> some(Random random, int atMost, Function<Integer, T> make) {
        return IntStream.range(0, random.nextInt(atMost + 1))
                .mapToObj(_ -> make.apply(random.nextInt(8)))
                .toList();
    }

    private Map<String, List<Article>> model() {
        Map<String, List<Article>> byTopic = new HashMap<>();
        finalArticles
                .values()
                .forEach(article -> TopicsOf.of(article)
                        .forEach(topic -> byTopic.computeIfAbsent(topic.id(), _ -> new ArrayList<>())
                                .add(article)));
        byTopic.values()
                .forEach(articles -> articles.sort(
                        Comparator.comparing(Article::receivedAt).reversed().thenComparing(Article::id)));
        return byTopic;
    }

    private static List<ArticleCard> cards(List<Article> articles) {
        return articles.stream().map(CardOf::of).toList();
    }

    private static String nameIn(List<Article> newestFirst, String topicId) {
        return TopicsOf.of(newestFirst.getFirst()).stream()
                .filter(topic -> topic.id().equals(topicId))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<Count> counts(List<ArticleCard> cards, Function<ArticleCard, List<String>> names) {
        return cards.stream()
                .flatMap(card -> names.apply(card).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::articles).reversed().thenComparing(Count::name))
                .limit(ROOMY.namesPerView())
                .toList();
    }

    private static <T> List<T> head(List<T> list, int size) {
        return list.subList(0, Math.min(size, list.size()));
    }
}

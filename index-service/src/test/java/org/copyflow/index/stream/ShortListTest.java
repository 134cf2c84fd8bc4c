package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.model.Item;
import org.copyflow.index.model.PlainView;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.search.LoggedSearch;
import org.copyflow.index.search.OlderArticles;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.times.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of five articles, and search for the rest: what is shown is what there is, whatever came and went.
/// `-Dcopyflow.seed=…` repeats a history.
class ShortListTest {

    private static final int STEPS = 800;
    private static final int ARTICLES = 150;
    private static final int PAGE = 7;
    private static final IndexLimits LIMITS =
            new IndexLimits(5, 20, 10, 60, 10, 48, 20, 5, Duration.ofMillis(200), 100);
    private static final PlainView.Size SIZE = new PlainView.Size(10, 60, 10, 48, 20, 5);

    private final Map<String, Item> left = new TreeMap<>();
    private Instant now = NOON;

    static Stream<Long> seeds() {
        Long given = Long.getLong("copyflow.seed");
        return Stream.of(given != null ? given : new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("pages and views of short lists are those of the articles that are left")
    void showsAllThatAreLeft(long seed, @TempDir Path stateDir, @TempDir Path searchDir) throws InterruptedException {
        var random = new Random(seed);
        try (var index = new IndexDriver(LIMITS, ArticleQueries.NONE, stateDir, Stores::inMemoryKeyValueStore);
                var search = new LoggedSearch(searchDir, () -> now)) {
            for (int step = 1; step <= STEPS; step++) {
                String id = "a" + random.nextInt(ARTICLES);
                if (random.nextInt(3) == 0) {
                    kill(id, index, search);
                } else {
                    put(Item.random(id, random, now), index, search);
                }
                now = now.plusSeconds(60);
                index.passTime(Duration.ofSeconds(60));
                if (step % (STEPS / 4) == 0) {
                    check(index, search);
                }
            }
        }
    }

    @Test
    @DisplayName("after the newest are killed the next ones are shown")
    void showsTheNextAfterKills(@TempDir Path stateDir, @TempDir Path searchDir) throws InterruptedException {
        try (var index = new IndexDriver(LIMITS, ArticleQueries.NONE, stateDir, Stores::inMemoryKeyValueStore);
                var search = new LoggedSearch(searchDir, () -> now)) {
            for (int i = 0; i < 12; i++) {
                put(Item.of("a" + i, 98, now), index, search);
                now = now.plusSeconds(60);
            }
            for (int i = 7; i < 12; i++) {
                kill("a" + i, index, search);
            }
            assertThat(index.cards("medtop:98")).isEmpty();
            check(index, search);

            search.awaitRead();
            left.remove("a6");
            index.tombstone("a6"); // and search has not heard of it
            assertThat(ids("medtop:98", index, search)).containsExactly("a5", "a4", "a3", "a2", "a1", "a0");
        }
    }

    @Test
    @DisplayName("which articles a saved query has found, only its list says")
    void searchesNothingForASavedQuery(@TempDir Path stateDir, @TempDir Path searchDir) throws InterruptedException {
        ArticleQueries every = _ -> List.of(new TopicRef("query:q1", "all", SavedQuery.KIND));
        try (var index = new IndexDriver(LIMITS, every, stateDir, Stores::inMemoryKeyValueStore);
                var search = new LoggedSearch(searchDir, () -> now)) {
            for (int i = 0; i < 8; i++) {
                put(Item.of("a" + i, 98, now), index, search);
                now = now.plusSeconds(60);
            }
            search.awaitRead();

            assertThat(ids("query:q1", index, search)).containsExactly("a7", "a6", "a5", "a4", "a3");
            assertThat(ids("medtop:98", index, search)).hasSize(8);
        }
    }

    private void put(Item item, IndexDriver index, LoggedSearch search) {
        left.put(item.id(), item);
        index.put(item.article());
        search.put(item.id(), item.article());
    }

    private void kill(String id, IndexDriver index, LoggedSearch search) {
        left.remove(id);
        index.tombstone(id);
        search.put(id, null);
    }

    private void check(IndexDriver index, LoggedSearch search) throws InterruptedException {
        search.awaitRead();
        Map<String, TopicView> published = index.views();
        Map<String, List<Item>> model = Item.byTopic(left.values());
        assertThat(published.keySet()).isEqualTo(model.keySet());
        model.forEach((id, items) -> {
            assertThat(Objects.requireNonNull(published.get(id)).articles()).isEqualTo(items.size());
            assertThat(ids(id, index, search))
                    .as(id)
                    .containsExactlyElementsOf(items.stream()
                            .sorted(Comparator.comparing(Item::time).reversed().thenComparing(Item::id))
                            .map(Item::id)
                            .toList());
            PlainView expected = PlainView.of(id, items, now, NOON, SIZE);
            PlainView view = PlainView.of(view(id, index, search));
            assertThat(List.of(view.name(), view.broader(), view.last(), view.newest(), view.counts(), view.figures()))
                    .as(id)
                    .isEqualTo(List.of(
                            expected.name(),
                            expected.broader(),
                            expected.last(),
                            expected.newest(),
                            expected.counts(),
                            expected.figures()));
        });
    }

    /// Of all pages.
    private static List<String> ids(String topicId, IndexDriver index, LoggedSearch search) {
        var ids = new ArrayList<String>();
        CardPosition after = null;
        List<KeptCard> page;
        do {
            page = page(topicId, after, PAGE, index, search);
            for (KeptCard kept : page) {
                ArticleCard card = kept.card();
                ids.add(card.id());
                after = CardPosition.of(card);
            }
        } while (page.size() == PAGE);
        return ids;
    }

    private static TopicView view(String topicId, IndexDriver index, LoggedSearch search) {
        TopicState state = index.state(topicId);
        var timeline = new Timeline(NOON, null, LIMITS.timelineDays(), new TreeMap<>());
        return ViewOf.of(state, page(topicId, null, LIMITS.countedPerView(), index, search), null, timeline, LIMITS);
    }

    private static List<KeptCard> page(
            String topicId, @Nullable CardPosition after, int limit, IndexDriver index, LoggedSearch search) {
        return new OlderArticles(search::search, index::article)
                .complete(index.state(topicId), index.page(topicId, after, limit), after, limit);
    }
}

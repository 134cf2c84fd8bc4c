package org.copyflow.index.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StoriesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final StoryLimits LIMITS = new StoryLimits(Duration.ofDays(3), 10_000, 1_000);
    private static final String FERRY = "fire ferry skarvoy passenger hurt rescue";
    private static final String PLANT = "tessaron chip plant moravia brno billion";

    private final Stories stories = new Stories("en", StoryModel.DEFAULT, LIMITS);

    @Test
    void anArticleAloneIsNoStory() {
        put("a", 0, FERRY);
        assertThat(story("a")).isNull();
        assertThat(stories.storyIds()).isEmpty();
    }

    @Test
    void articlesOfOneEventAreAStoryNamedAfterTheFirstOfThem() {
        put("b", 20, FERRY + " captain");
        put("p", 30, PLANT);
        put("a", 10, FERRY + " coast guard");
        assertThat(story("a")).isEqualTo("story:en:a").isEqualTo(story("b"));
        assertThat(story("p")).isNull();
        assertThat(stories.articles("story:en:a")).containsExactly("a", "b");
        StoryChanges changes = stories.drain();
        assertThat(changes.articles()).containsExactlyInAnyOrder("a", "b", "p");
        assertThat(changes.stories()).containsExactly("story:en:a");
        assertThat(stories.drain().articles()).isEmpty();
    }

    @Test
    void theFirstArticlesOnOneCountryAndFieldAreNoStory() {
        String field = "@china china science technology beijing";
        for (String article : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")) {
            put(article, article.charAt(0), field + own(article, 13));
        }
        assertThat(stories.storyIds()).isEmpty();
        put("k", 120, field + own("a", 8) + own("k", 5));
        assertThat(story("k")).isEqualTo("story:en:a");
    }

    @Test
    void theIdStaysWhereAnEarlierArticleComesLater() {
        put("b", 20, FERRY);
        put("c", 30, FERRY);
        put("a", 10, FERRY);
        assertThat(story("a")).isEqualTo("story:en:b");
    }

    @Test
    void aCopyGoesWhereItsOriginalGoesAndMakesItAStory() {
        put("a", 0, FERRY);
        stories.put(text("c", 5, "another headline altogether"), "a");
        assertThat(story("c")).isEqualTo("story:en:a").isEqualTo(story("a"));
        put("a", 9, PLANT);
        assertThat(stories.articles("story:en:a")).containsExactly("c", "a");
    }

    /// A headline for whose embedding there was no time at first; else a restart would cluster it otherwise.
    @Test
    void aMeaningThatIsKnownLaterCounts() {
        put("a", 0, FERRY);
        put("p", 1, PLANT);
        long before = Objects.requireNonNull(stories.place("a")).arrival();
        StoryText words = text("a", 0, FERRY);
        var meaning = new StoryText("a", words.at(), words.receivedAt(), words.terms(), new byte[] {127, 0});

        stories.put(meaning, null);
        long after = Objects.requireNonNull(stories.place("a")).arrival();
        stories.put(meaning, null);

        assertThat(after).isGreaterThan(before);
        assertThat(Objects.requireNonNull(stories.place("a")).arrival()).isEqualTo(after);
    }

    @Test
    void aStoryEndsWithItsLastArticle() {
        put("a", 0, FERRY);
        put("b", 1, FERRY);
        stories.remove("a");
        assertThat(stories.articles("story:en:a")).containsExactly("b");
        stories.drain();
        stories.remove("b");
        assertThat(stories.drain().ended()).containsExactly(new EndedStory("story:en:a", null));
        assertThat(stories.articles("story:en:a")).isEmpty();
        assertThat(stories.size()).isZero();
    }

    @Test
    void copiesOutliveTheirOriginal() {
        put("a", 0, FERRY);
        stories.put(text("b", 1, FERRY), "a");
        stories.put(text("c", 2, FERRY), "a");
        stories.remove("a");
        stories.put(text("b", 1, FERRY), null);
        stories.put(text("c", 2, FERRY), "b");
        assertThat(stories.articles("story:en:a")).containsExactly("b", "c");
    }

    @Test
    void aCorrectionThatTellsOfSomethingElseMovesTheArticle() {
        put("a", 0, FERRY);
        put("b", 1, FERRY);
        put("p", 2, PLANT);
        put("b", 3, PLANT);
        assertThat(story("b")).isEqualTo("story:en:p");
        assertThat(stories.articles("story:en:a")).containsExactly("a");
    }

    @Test
    void aStoryWhoseLastArticleMovesIsMergedVisibly() {
        put("a", 0, FERRY);
        put("b", 1, FERRY);
        put("p", 2, PLANT);
        put("q", 3, PLANT);
        stories.drain();
        put("a", 4, PLANT);
        put("b", 5, PLANT);
        assertThat(stories.drain().ended()).containsExactly(new EndedStory("story:en:a", "story:en:p"));
        assertThat(stories.articles("story:en:p")).containsExactly("p", "q", "a", "b");
    }

    @Test
    void anArticleThatLeavesForANewStorySaysWhichItLeft() {
        put("a", 0, FERRY);
        put("b", 1, FERRY);
        put("c", 2, FERRY);
        put("c", 3, PLANT);
        put("p", 4, PLANT);
        String parted = Objects.requireNonNull(story("c"));
        assertThat(parted).isEqualTo(story("p")).isNotEqualTo("story:en:a");
        assertThat(stories.splitFrom(parted)).isEqualTo("story:en:a");
    }

    @Test
    void anIdIsNotGivenTwice() {
        put("a", 0, FERRY);
        put("b", 1, FERRY);
        put("a", 0, PLANT);
        put("c", 9, PLANT);
        assertThat(story("b")).isEqualTo("story:en:a");
        assertThat(story("a")).isEqualTo("story:en:c");
    }

    @Test
    void looksAgainWhenMoreIsKnown() {
        put("early", 0, "captain praised rescue");
        put("other", 1, "captain cricket");
        for (int i = 0; i < 60; i++) {
            put("f" + i, 2 + i, FERRY + " captain praised");
        }
        assertThat(story("early")).isEqualTo(story("f0"));
    }

    @Test
    void closedStoriesLeaveAllAtOnce() {
        put("a", 0, FERRY);
        put("b", 3_600, FERRY);
        put("z", (int) Duration.ofDays(3).toSeconds() + 60, PLANT);
        assertThat(stories.expire()).isEmpty();
        put("y", (int) Duration.ofDays(3).toSeconds() + 3_660, PLANT);
        assertThat(stories.expire()).containsExactlyInAnyOrder("a", "b");
        assertThat(stories.drain().ended()).containsExactly(new EndedStory("story:en:a", null));
        assertThat(stories.size()).isEqualTo(2);
    }

    @Test
    void theStateIsBounded() {
        var few = new Stories("en", StoryModel.DEFAULT, new StoryLimits(Duration.ofDays(3), 30, 5));
        for (int i = 0; i < 200; i++) {
            few.put(text("f" + i, i, i % 2 == 0 ? FERRY : "single" + i + " word" + i), null);
            few.expire();
            assertThat(few.size()).isLessThanOrEqualTo(30);
        }
        assertThat(few.storyIds())
                .singleElement()
                .satisfies(id -> assertThat(few.articles(id)).hasSize(5));
    }

    @Test
    void theSameCallsGiveTheSameStories() {
        List<StoryText> log = day(400);
        String once = told(log);
        assertThat(told(log)).isEqualTo(once);
    }

    @Test
    void goesOnAfterARestartAsIfThereHadBeenNone() {
        List<StoryText> log = day(700).stream().map(StoriesTest::meaning).toList();
        log.subList(0, 601).forEach(text -> stories.put(text, null));
        stories.remove("d600"); // numbers go on from the last that is left
        Stories restarted = restarted(log.subList(0, 600));
        log.subList(600, 700).forEach(text -> {
            stories.put(text, null);
            restarted.put(text, null);
        });
        log.forEach(text -> assertThat(restarted.place(text.articleId())).isEqualTo(stories.place(text.articleId())));
    }

    /// One closed long ago is not held open by an article that came to it and was withdrawn.
    @Test
    void isClosedByTheArticlesThatAreLeft() {
        put("a", 0, FERRY);
        put("b", 7_200, FERRY);
        stories.remove("b");
        put("z", (int) Duration.ofDays(3).toSeconds() + 60, PLANT);
        assertThat(stories.expire()).containsExactly("a");
    }

    private Stories restarted(List<StoryText> texts) {
        var restarted = new Stories("en", StoryModel.DEFAULT, LIMITS);
        texts.forEach(text -> restarted.restore(text, Objects.requireNonNull(stories.place(text.articleId()))));
        return restarted;
    }

    /// With an embedding: near that of others of its event.
    private static StoryText meaning(StoryText text) {
        var random = new Random(text.terms().getFirst().hashCode());
        byte[] vector = new byte[8];
        random.nextBytes(vector);
        double length = Math.sqrt(IntStream.range(0, vector.length)
                .map(i -> vector[i] * vector[i])
                .sum());
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) Math.round(vector[i] * StoryText.VECTOR_LENGTH / length);
        }
        return new StoryText(text.articleId(), text.at(), text.receivedAt(), text.terms(), vector);
    }

    /// Order among neighbours changes little: B-cubed F1 between the stories of two orders.
    @Test
    void theOrderWithinSecondsChangesLittle() {
        List<StoryText> log = day(1_000);
        Map<String, Long> inOrder = clusters(log);
        var random = new Random(1);
        for (int round = 0; round < 3; round++) {
            var shuffled = new ArrayList<StoryText>();
            for (int from = 0; from < log.size(); from += 20) {
                var some = new ArrayList<>(log.subList(from, from + 20));
                Collections.shuffle(some, random);
                shuffled.addAll(some);
            }
            assertThat(agreement(inOrder, clusters(shuffled))).isGreaterThan(0.95);
        }
    }

    private Map<String, Long> clusters(List<StoryText> log) {
        var told = new Stories("en", StoryModel.DEFAULT, LIMITS);
        log.forEach(text -> told.put(text, null));
        var clusters = new TreeMap<String, Long>();
        log.forEach(text -> clusters.put(
                text.articleId(),
                Objects.requireNonNull(told.place(text.articleId())).cluster()));
        return clusters;
    }

    private static double agreement(Map<String, Long> one, Map<String, Long> other) {
        Map<Long, Integer> ones = new HashMap<>();
        Map<Long, Integer> others = new HashMap<>();
        Map<List<Long>, Integer> both = new HashMap<>();
        one.forEach((id, cluster) -> {
            ones.merge(cluster, 1, Integer::sum);
            others.merge(Objects.requireNonNull(other.get(id)), 1, Integer::sum);
            both.merge(List.of(cluster, Objects.requireNonNull(other.get(id))), 1, Integer::sum);
        });
        double precision = 0;
        double recall = 0;
        for (var shared : both.entrySet()) {
            double pairs = (double) shared.getValue() * shared.getValue();
            precision += pairs / Objects.requireNonNull(ones.get(shared.getKey().getFirst()));
            recall += pairs / Objects.requireNonNull(others.get(shared.getKey().getLast()));
        }
        return 2 * precision * recall / (precision + recall) / one.size();
    }

    /// Headlines of forty events, some words of each event and some of any.
    private static List<StoryText> day(int count) {
        var random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int event = random.nextInt(40);
                    var terms = new ArrayList<String>();
                    for (int word = 0; word < 6; word++) {
                        String term = random.nextInt(4) == 0
                                ? "any" + random.nextInt(300)
                                : "event" + event + "word" + random.nextInt(7);
                        if (!terms.contains(term)) {
                            terms.add(term);
                        }
                    }
                    return text("d" + i, i, String.join(" ", terms));
                })
                .toList();
    }

    private static String told(List<StoryText> log) {
        var told = new Stories("en", StoryModel.DEFAULT, LIMITS);
        var said = new StringBuilder();
        for (StoryText text : log) {
            told.put(text, null);
            said.append(told.drain()).append('\n');
        }
        return said.toString();
    }

    /// Words that only articles have which tell of the same.
    private static String own(String event, int count) {
        return IntStream.range(0, count).mapToObj(i -> " " + event + "word" + i).collect(Collectors.joining());
    }

    private void put(String id, int second, String words) {
        stories.put(text(id, second, words), null);
    }

    private @Nullable String story(String id) {
        return Objects.requireNonNull(stories.place(id)).storyId();
    }

    private static StoryText text(String id, int second, String words) {
        Instant at = NOON.plusSeconds(second);
        return new StoryText(id, at, at, List.of(words.split(" ", -1)), null);
    }
}

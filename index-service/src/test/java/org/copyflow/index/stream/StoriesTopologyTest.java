package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.article.Statistics;
import org.copyflow.events.story.Story;
import org.copyflow.index.duplicates.Sketches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told as a story as articles come, change and go.
class StoriesTopologyTest {

    private static final String FERRY = "Fire on ferry off Skarvoy hurts passengers";
    private static final String PLANT = "Tessaron builds billion chip plant in Moravia";

    @TempDir
    Path stateDir;

    private IndexDriver driver;

    @BeforeEach
    void start() {
        driver = new IndexDriver(IndexDriver.LIMITS, stateDir);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void articlesOfSeveralSourcesBecomeOneStory() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("x1", "agency", 1, PLANT));
        assertThat(driver.stories()).isEmpty();
        driver.put(told("p1", "paper", 60, FERRY + " in storm"));
        Story story = only(driver.stories());
        assertThat(story.id()).isEqualTo("story:en:a1");
        assertThat(story.title()).isEqualTo(FERRY);
        assertThat(story.articles()).extracting(Story.Member::articleId).containsExactly("p1", "a1");
        assertThat(story.sources()).containsExactly("agency", "paper");
        assertThat(story.firstSeen()).isEqualTo(NOON);
        assertThat(story.lastSeen()).isEqualTo(NOON.plusSeconds(60));
        assertThat(storyOf("a1")).isEqualTo("story:en:a1").isEqualTo(storyOf("p1"));
        assertThat(storyOf("x1")).isNull();
    }

    @Test
    void theFeedSaysNothingOfStories() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY));
        assertThat(driver.feed().stream().filter(event -> event.startsWith("UPDATED")))
                .isEmpty();
    }

    @Test
    void figuresOfTheSameThingStandSideBySide() {
        driver.put(with(told("a1", "agency", 0, FERRY), figure("14", "people hurt"), figure("512", "passengers")));
        driver.put(with(told("p1", "paper", 1, FERRY), figure("17", "hurt people"), figure("9", "boats")));
        assertThat(only(driver.stories()).figures()).singleElement().satisfies(row -> {
            assertThat(row.measures()).isEqualTo("people hurt");
            assertThat(row.values()).extracting(Story.Value::source).containsExactly("agency", "paper");
            assertThat(row.values()).extracting(Story.Value::text).containsExactly("14", "17");
        });
    }

    @Test
    void ofManyValuesTheNewestStandSideBySide() {
        for (int i = 0; i < 60; i++) {
            driver.put(with(told("p" + i, "paper", i, FERRY), figure(String.valueOf(i + 1), "people hurt")));
        }
        assertThat(only(driver.stories()).figures()).singleElement().satisfies(row -> {
            assertThat(row.values()).hasSize(50);
            assertThat(row.values().getLast().text()).isEqualTo("60");
        });
    }

    @Test
    void theSummaryIsOfSentencesThatStandInItsArticlesNow() {
        driver.put(saying(wire("a1", "agency", 0, FERRY), "A ferry burns off Skarvoy.", "14 people are hurt."));
        driver.put(saying(wire("p1", "paper", 1, FERRY), "A ferry burns off Skarvoy.", "14 people are hurt."));
        driver.put(saying(told("r1", "radio", 2, FERRY), "Nobody knows why the fire began."));
        assertThat(summary())
                .containsExactly(
                        "a1: A ferry burns off Skarvoy.",
                        "r1: Nobody knows why the fire began.",
                        "a1: 14 people are hurt.");
        driver.put(saying(wire("a1", "agency", 3, FERRY), "A ferry burns off Skarvoy.", "17 people are hurt."));
        assertThat(summary()).contains("a1: 17 people are hurt.").doesNotContain("a1: 14 people are hurt.");
        driver.tombstone("r1");
        assertThat(summary()).containsExactly("a1: A ferry burns off Skarvoy.", "a1: 17 people are hurt.");
        driver.tombstone("a1");
        assertThat(summary()).containsExactly("p1: A ferry burns off Skarvoy.", "p1: 14 people are hurt.");
    }

    @Test
    void aWithdrawnArticleLeavesItsStoryAndTheLastOneEndsIt() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY));
        driver.stories();
        driver.put(told("a1", "agency", 0, FERRY).toBuilder()
                .status(ArticleStatus.CANCELED)
                .build());
        assertThat(only(driver.stories()).articles())
                .extracting(Story.Member::articleId)
                .containsExactly("p1");
        driver.tombstone("p1");
        assertThat(driver.stories()).isEmpty();
    }

    @Test
    void aCopyStandsInTheStoryOfItsOriginalAlsoWhenThatIsWithdrawn() {
        driver.put(wire("a1", "agency", 0, FERRY));
        driver.put(wire("p1", "paper", 1, "Blaze at sea"));
        driver.put(wire("r1", "radio", 2, "Ship burns"));
        Story story = only(driver.stories());
        assertThat(story.articleCount()).isEqualTo(3);
        assertThat(story.articles()).extracting(Story.Member::duplicateOf).containsExactly("a1", "a1", null);
        driver.tombstone("a1");
        assertThat(only(driver.stories()).articles())
                .extracting(Story.Member::duplicateOf)
                .containsExactly("p1", null);
    }

    @Test
    void aCorrectionThatTellsOfSomethingElseChangesTheStory() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY));
        driver.put(told("x1", "agency", 2, PLANT));
        driver.put(told("x2", "paper", 3, PLANT));
        assertThat(driver.stories()).containsOnlyKeys("story:en:a1", "story:en:x1");
        driver.put(told("a1", "agency", 4, PLANT));
        driver.put(told("p1", "paper", 5, PLANT));
        Map<String, Story> stories = driver.stories();
        assertThat(stories.get("story:en:a1")).isNotNull().satisfies(merged -> {
            assertThat(merged.mergedInto()).isEqualTo("story:en:x1");
            assertThat(merged.articles()).isEmpty();
        });
        assertThat(Objects.requireNonNull(stories.get("story:en:x1")).articleCount())
                .isEqualTo(4);
        assertThat(storyOf("a1")).isEqualTo("story:en:x1");
        driver.passTime(IndexDriver.WINDOW.plusHours(2));
        assertThat(driver.stories()).containsOnlyKeys("story:en:x1");
    }

    @Test
    void aCorrectedHeadlineIsTheStorysWhereItSaysMost() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY));
        driver.put(told("a1", "agency", 0, "Corrected: " + FERRY));
        assertThat(only(driver.stories()).articles())
                .extracting(Story.Member::title)
                .containsExactly(FERRY, "Corrected: " + FERRY);
    }

    @Test
    void anArticleThatComesLateTakesItsPlaceInTime() {
        driver.put(told("p1", "paper", 60, FERRY));
        driver.put(told("r1", "radio", 90, FERRY));
        driver.put(told("a1", "agency", 600, FERRY).toBuilder()
                .publishedAt(new StatedTime("2026-03-05T11:00:00Z"))
                .build());
        Story story = only(driver.stories());
        assertThat(story.id()).isEqualTo("story:en:p1");
        assertThat(story.firstSeen()).isEqualTo("2026-03-05T11:00:00Z");
        assertThat(story.articles().getLast().articleId()).isEqualTo("a1");
    }

    @Test
    void storiesAreOfOneLanguage() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY).toBuilder().language("no").build());
        assertThat(driver.stories()).isEmpty();
    }

    @Test
    void closedStoriesAreForgotten() {
        driver.put(told("a1", "agency", 0, FERRY));
        driver.put(told("p1", "paper", 1, FERRY));
        assertThat(driver.stories()).hasSize(1);
        driver.put(told("x1", "agency", (int) Duration.ofDays(3).toSeconds(), PLANT));
        assertThat(driver.stories()).isEmpty();
        assertThat(driver.compared()).containsExactly("x1");
        assertThat(storyOf("a1")).isEqualTo("story:en:a1");
    }

    @Test
    void theSameRecordsAgainGiveTheSameStories(@TempDir Path otherDir) {
        List<Article> log = log(150);
        log.forEach(driver::put);
        try (var again = new IndexDriver(IndexDriver.LIMITS, otherDir)) {
            for (Article article : log) {
                again.put(article);
                again.passTime(Duration.ofMillis(70)); // what is published when makes no difference in the end
            }
            assertThat(undated(again.stories()))
                    .isEqualTo(undated(driver.stories()))
                    .isNotEmpty();
        }
    }

    /// Stories that were never published before they were merged are not told of.
    private static List<Story> undated(Map<String, Story> stories) {
        return stories.values().stream()
                .filter(story -> story.mergedInto() == null)
                .map(story -> story.at(NOON))
                .toList();
    }

    private static List<Article> log(int count) {
        var random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var words = new ArrayList<String>();
                    int event = random.nextInt(12);
                    for (int word = 0; word < 5; word++) {
                        words.add(
                                random.nextInt(4) == 0
                                        ? "any" + random.nextInt(50) + "x"
                                        : "event" + event + "word" + random.nextInt(6) + "x");
                    }
                    return told("d" + random.nextInt(100), "source-" + i % 3, i, String.join(" ", words));
                })
                .toList();
    }

    private @Nullable String storyOf(String articleId) {
        var relations = Objects.requireNonNull(driver.article(articleId)).relations();
        return relations == null ? null : relations.storyId();
    }

    private static Story only(Map<String, Story> stories) {
        assertThat(stories).hasSize(1);
        return stories.values().iterator().next();
    }

    private static Article told(String id, String source, int second, String title) {
        return article(id, source)
                .title(title)
                .language("en")
                .receivedAt(NOON.plusSeconds(second))
                .build();
    }

    private static Article wire(String id, String source, int second, String title) {
        return told(id, source, second, title).toBuilder()
                .sketch(Sketches.of(1, 110, second))
                .build();
    }

    /// Each with the article in which it stands where it says.
    private List<String> summary() {
        return only(driver.stories()).summary().stream()
                .map(sentence -> {
                    Article article = Objects.requireNonNull(driver.article(sentence.articleId()))
                            .article();
                    assertThat(article.text().substring(sentence.start(), sentence.end()))
                            .isEqualTo(sentence.text());
                    return sentence.articleId() + ": " + sentence.text();
                })
                .toList();
    }

    private static Article saying(Article article, String... sentences) {
        String text = "Skarvoy. " + String.join(" ", sentences);
        return article.toBuilder()
                .text(text)
                .summarySentences(Stream.of(sentences)
                        .map(sentence -> new Span(text.indexOf(sentence), text.indexOf(sentence) + sentence.length()))
                        .toList())
                .build();
    }

    private static Article with(Article article, Figure... figures) {
        var text = new Statistics.TextStatistics(8, 1, 1, 40, 2, 5.5);
        return article.toBuilder()
                .statistics(new Statistics(text, List.of(figures)))
                .build();
    }

    private static Figure figure(String value, String measures) {
        var span = new Span(0, 9);
        return new Figure(
                0,
                2,
                value,
                Figure.Kind.COUNT,
                new BigDecimal(value),
                null,
                null,
                null,
                null,
                "=",
                null,
                measures,
                null,
                span);
    }
}

package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.duplicates.Sketches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What readers see of near-duplicates as articles come, change and go.
class NearDuplicatesTest {

    private static final int ALL = 126;
    private static final int MOST = 110;

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
    void aCopyPointsToTheOriginalInEveryTopic() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1));
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
        assertThat(card("source:agency", "a1").duplicateOf()).isNull();
        assertThat(driver.view("source:paper").newest().getFirst().duplicateOf())
                .isEqualTo("a1");
        assertThat(relations("a1").copies()).containsExactly(new ArticlePointer("p1", "paper"));
    }

    @Test
    void theChangeIsSaidOnceOnTheFeedAndOfNoRawRecord() {
        driver.put(wire("a1", "agency", 0), 7);
        driver.put(wire("p1", "paper", 1), 8);
        List<TopicEvent> events = driver.events().stream()
                .filter(event -> event.topic().id().equals("source:paper"))
                .toList();
        assertThat(events)
                .extracting(TopicEvent::change)
                .containsExactly(TopicEvent.Change.ADDED, TopicEvent.Change.UPDATED);
        assertThat(events.getLast().article().duplicateOf()).isEqualTo("a1");
        assertThat(driver.indexed()).hasSize(2);
        assertThat(driver.registry.get("copyflow.index.latency").timer().count())
                .isEqualTo(2);
        driver.put(wire("p1", "paper", 1), 8);
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void anotherIsElectedWhereTheOriginalIsWithdrawn() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1));
        driver.put(wire("r1", "radio", 2));
        driver.put(wire("a1", "agency", 0).toBuilder()
                .status(ArticleStatus.CANCELED)
                .build());
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
        assertThat(card("source:radio", "r1").duplicateOf()).isEqualTo("p1");
        driver.tombstone("p1");
        assertThat(card("source:radio", "r1").duplicateOf()).isNull();
        assertThat(relations("r1").duplicateOf()).isNull();
        assertThat(relations("r1").copies()).isEmpty();
    }

    @Test
    void aCorrectedOriginalStaysOneAndARewrittenOneLosesItsCopies() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1));
        driver.put(corrected("a1", "agency", Sketches.of(1, MOST, 9)));
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
        driver.put(corrected("a1", "agency", Sketches.of(2, ALL, 0)));
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
    }

    @Test
    void anOriginalThatArrivesLateTakesItsPlace() {
        driver.put(wire("p1", "paper", 1));
        driver.put(wire("r1", "radio", 2));
        driver.put(wire("a1", "agency", 0));
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
        assertThat(card("source:radio", "r1").duplicateOf()).isEqualTo("a1");
    }

    @Test
    void onlyArticlesOfOneLanguageAreCompared() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1).toBuilder().language("de").build());
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
        driver.put(wire("p1", "paper", 1));
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
        driver.put(wire("p1", "paper", 1).toBuilder().language("de").build());
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
        assertThat(relations("a1").duplicateOf()).isNull();
        assertThat(relations("a1").copies()).isEmpty();
    }

    /// Two tasks speak of an article whose language changes, one of each, and neither waits for the other.
    @Test
    void whatTheLanguageThatAnArticleHasLeftSaysDoesNotCount() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1).toBuilder().language("de").build());
        driver.put(wire("p1", "paper", 1));
        driver.relate("p1", "de", null);
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
        driver.relate("p1", "und", null);
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
    }

    @Test
    void whatIsComparedNoMoreStaysAsItStood() {
        driver.put(wire("a1", "agency", 0));
        driver.put(wire("p1", "paper", 1));
        driver.put(wire("x1", "agency", (int) Duration.ofHours(49).toSeconds()));
        assertThat(driver.compared()).containsExactly("x1");
        assertThat(card("source:paper", "p1").duplicateOf()).isEqualTo("a1");
    }

    @Test
    void aSketchOfAnotherSizeIsNotCompared() {
        driver.put(wire("a1", "agency", 0).toBuilder()
                .sketch(new Sketch(90, "q80B"))
                .build());
        driver.put(wire("p1", "paper", 1));
        assertThat(card("source:paper", "p1").duplicateOf()).isNull();
    }

    @Test
    void theSameRecordsAgainSayTheSame(@TempDir Path otherDir) {
        List<Article> log = List.of(
                wire("a1", "agency", 0),
                wire("p1", "paper", 1),
                corrected("p1", "paper", Sketches.of(1, MOST, 5)),
                wire("r1", "radio", 2));
        log.forEach(driver::put);
        try (var again = new IndexDriver(IndexDriver.LIMITS, otherDir)) {
            log.forEach(again::put);
            assertThat(said(again)).isEqualTo(said(driver)).isNotEmpty();
        }
    }

    private static String said(IndexDriver index) {
        return index.relations().stream().map(KeyValue::toString).collect(Collectors.joining("\n"));
    }

    private ArticleRelations relations(String articleId) {
        return Objects.requireNonNullElse(
                Objects.requireNonNull(driver.article(articleId)).relations(), ArticleRelations.none(articleId));
    }

    private ArticleCard card(String topicId, String articleId) {
        return driver.cards(topicId).stream()
                .filter(card -> card.id().equals(articleId))
                .findFirst()
                .orElseThrow();
    }

    private static Article wire(String id, String source, int second) {
        return article(id, source)
                .title(null)
                .receivedAt(NOON.plusSeconds(second))
                .sketch(Sketches.of(1, id.startsWith("x") ? 0 : MOST, second))
                .build();
    }

    private static Article corrected(String id, String source, Sketch sketch) {
        return wire(id, source, 60).toBuilder().version(2L).sketch(sketch).build();
    }
}

package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.copyflow.index.SampleArticles.harbour;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.store.TopicEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of articles that enter the views and leave them, and what remains of those that left.
class WithdrawalTest {

    private static final String HEADLINE = "Harbour tunnel opens early";
    private static final String SOURCE = "source:agency";

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
    void tellsOnceWhichRawRecordBroughtAnArticleIntoTheViews() {
        driver.put(harbour("d1"), 7);
        driver.put(harbour("d1").toBuilder().version(2L).title("Corrected").build(), 8);
        driver.put(harbour("d1~2"), 8);

        assertThat(driver.indexed())
                .extracting(ArticleIndexed::articleId, ArticleIndexed::offset, ArticleIndexed::shown)
                .containsExactly(tuple("d1", 7L, true), tuple("d1", 8L, true), tuple("d1~2", 8L, true));
    }

    @Test
    void tellsWhichRawRecordTookAnArticleOut() {
        driver.put(harbour("d1"), 7);
        driver.indexed();
        driver.put(canceled("d1"), 9);
        driver.tombstone("d1", 9);

        assertThat(driver.indexed())
                .singleElement()
                .satisfies(told -> assertThat(told.shown()).isFalse())
                .satisfies(told ->
                        assertThat(List.of(told.partition(), told.offset())).isEqualTo(List.of(3, 9L)));
    }

    @Test
    void tellsNothingOfArticlesWhoseRawRecordIsUnknown() {
        driver.put(harbour("d1"));
        assertThat(driver.feed()).isNotEmpty();
        assertThat(driver.indexed()).isEmpty();
    }

    @Test
    void remembersNoMoreOfAWithdrawnArticleThanWhichOneItWas() {
        driver.put(harbour("d1"), 7);
        driver.put(canceled("d1"), 9);
        driver.tombstone("d1", 9);

        Article kept = Objects.requireNonNull(driver.article("d1")).article();
        assertThat(kept.status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(kept.title()).isNull();
        assertThat(kept.text()).isEmpty();
    }

    @Test
    void remembersAnArticleThatOnlyATombstoneTookOut() {
        driver.put(harbour("d1"), 7);
        driver.tombstone("d1", 9);
        driver.tombstone("d1", 9);

        assertThat(Objects.requireNonNull(driver.article("d1")).article().status())
                .isEqualTo(ArticleStatus.CANCELED);
        assertThat(driver.views()).isEmpty();
    }

    @Test
    void showsAnArticleAgainThatCameBack() {
        driver.put(harbour("d1"), 7);
        driver.put(canceled("d1"), 9);
        driver.tombstone("d1", 9);
        driver.put(harbour("d1"), 11);

        assertThat(driver.view(SOURCE).articles()).isEqualTo(1);
        assertThat(driver.history(SOURCE, -1, 10))
                .extracting(
                        kept -> kept.event().change(),
                        kept -> kept.event().article().title())
                .containsExactly(tuple(Change.ADDED, null), tuple(Change.REMOVED, null), tuple(Change.ADDED, HEADLINE));
    }

    @Test
    void historyShowsNothingOfWhatWasWithdrawn() {
        driver.put(harbour("d1"), 7);
        driver.put(harbour("d1").toBuilder().version(2L).title("Harbour libel").build(), 8);
        assertThat(json(SOURCE)).contains(HEADLINE, "Harbour libel");
        driver.put(canceled("d1"), 9);

        assertThat(driver.history(SOURCE, -1, 10))
                .extracting(kept -> kept.event().change())
                .containsExactly(Change.ADDED, Change.UPDATED, Change.REMOVED);
        assertThat(json(SOURCE)).contains("d1").doesNotContain(HEADLINE, "libel");
        assertThat(driver.events().getLast().article().title()).isNull();
    }

    @Test
    void historyOfATopicShowsNothingOfAnArticleThatLeftIt() {
        driver.put(harbour("d1"), 7);
        String lost = driver.events().stream()
                .map(event -> event.topic().id())
                .filter(id -> !id.equals(SOURCE))
                .findFirst()
                .orElseThrow();
        driver.put(
                harbour("d1").toBuilder()
                        .entities(List.of())
                        .keyphrases(List.of())
                        .topics(List.of())
                        .version(2L)
                        .build(),
                8);
        driver.put(canceled("d1"), 9);

        assertThat(json(lost)).contains("d1").doesNotContain(HEADLINE);
    }

    private String json(String topicId) {
        List<TopicEvents.Kept> history = driver.history(topicId, -1, 10);
        return EventJson.mapper().writeValueAsString(history);
    }

    private static Article canceled(String id) {
        return harbour(id).toBuilder()
                .status(ArticleStatus.CANCELED)
                .text("")
                .blocks(List.of())
                .title(null)
                .build();
    }
}

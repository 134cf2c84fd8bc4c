package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.Article;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What saved queries find is in topics of theirs, and taken back exactly.
class SavedQueriesTopologyTest {

    @TempDir
    private Path stateDir;

    private volatile List<TopicRef> finding = List.of();
    private IndexDriver driver;

    @BeforeEach
    void start() {
        driver = new IndexDriver(IndexDriver.LIMITS, _ -> finding, stateDir);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void putsAnArticleIntoTheTopicsOfTheQueriesThatFindIt() {
        finding = List.of(topic("q1"), topic("q2"));
        driver.put(a(1));

        assertThat(driver.feed()).containsExactlyInAnyOrder("ADDED source:agency", "ADDED query:q1", "ADDED query:q2");
        assertThat(driver.view("query:q1")).satisfies(view -> {
            assertThat(view.topic().name()).isEqualTo("name of q1");
            assertThat(view.newest())
                    .singleElement()
                    .satisfies(card -> assertThat(card.queries()).isEmpty());
        });
    }

    @Test
    void takesBackWhatItGaveThoughTheQueryIsGone() {
        finding = List.of(topic("q1"), topic("q2"));
        driver.put(a(1));
        driver.feed();

        finding = List.of(topic("q2"), topic("q3"));
        driver.put(a(2));
        assertThat(driver.feed())
                .containsExactlyInAnyOrder(
                        "REMOVED query:q1", "UPDATED source:agency", "UPDATED query:q2", "ADDED query:q3");

        finding = List.of();
        driver.tombstone("a", 3);
        assertThat(driver.feed())
                .containsExactlyInAnyOrder("REMOVED source:agency", "REMOVED query:q2", "REMOVED query:q3");
        assertThat(driver.views()).doesNotContainKey("query:q2");
    }

    @Test
    void namesTheQueriesInTheEventsOfTheSource() {
        finding = List.of(topic("q1"));
        driver.put(a(1));
        finding = List.of(topic("q2"));
        driver.put(a(2));
        driver.tombstone("a", 3);

        List<TopicEvent> ofSource = driver.events().stream()
                .filter(event -> event.topic().kind().equals("source"))
                .toList();
        assertThat(ofSource.get(0).article().queries()).containsExactly("q1");
        assertThat(ofSource.get(1).article().queries()).containsExactly("q2");
        assertThat(Objects.requireNonNull(ofSource.get(1).previous()).queries()).containsExactly("q1");
        assertThat(ofSource.get(2).article().queries()).containsExactly("q2");
    }

    private static Article a(long version) {
        return article("a", "agency")
                .version(version)
                .title("Version " + version)
                .build();
    }

    private static TopicRef topic(String id) {
        return new SavedQuery(id, "name of " + id, "q", "anywhere", Instant.EPOCH).topic();
    }
}

package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;
import static org.copyflow.index.SampleArticles.harbour;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Pipeline;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTopologyTest {

    private IndexDriver index;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        index = new IndexDriver(IndexDriver.LIMITS, stateDir);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void addsANewArticleToEachOfItsTopics() {
        index.put(harbour("a1"));

        assertThat(index.feed())
                .containsExactly(
                        "ADDED source:agency",
                        "ADDED medtop:20000763",
                        "ADDED person:ada-brook",
                        "ADDED organisation:port-authority",
                        "ADDED keyword:harbour-tunnel");
        assertThat(index.view("medtop:20000763")).satisfies(view -> {
            assertThat(view.topic().name()).isEqualTo("transport");
            assertThat(view.articles()).isEqualTo(1);
            assertThat(view.newest()).containsExactly(CardOf.of(harbour("a1")));
            assertThat(view.sources()).containsExactly(new Count("agency", 1));
            assertThat(view.people()).containsExactly(new Count("Ada Brook", 1));
            assertThat(view.organisations()).containsExactly(new Count("Port Authority", 1));
            assertThat(view.updatedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void saysNothingOfAnArticleThatReadsTheSame() {
        index.put(harbour("a1"));
        index.feed();

        index.put(harbour("a1"));
        index.put(harbour("a1").toBuilder()
                .enrichedAt(NOON.plusSeconds(60))
                .pipeline(new Pipeline("newer", Map.of("entities", "2")))
                .build());

        assertThat(index.feed()).isEmpty();
        assertThat(index.view("source:agency").articles()).isEqualTo(1);
    }

    @Test
    void tellsKeptTopicsOfACorrectionThatNoCardShows() {
        index.put(harbour("a1"));
        index.feed();

        index.put(harbour("a1").toBuilder()
                .text("Corrected text.")
                .summary("Text of a1.")
                .build());

        assertThat(index.feed()).hasSize(5).allMatch(event -> event.startsWith("UPDATED"));
    }

    @Test
    void replacesTheCardInTopicsThatStay() {
        index.put(harbour("a1"));
        index.events();
        Article corrected = harbour("a1").toBuilder()
                .title("Harbour tunnel opens late")
                .version(2L)
                .build();

        index.put(corrected);

        assertThat(index.events()).hasSize(5).allSatisfy(event -> {
            assertThat(event.change()).isEqualTo(TopicEvent.Change.UPDATED);
            assertThat(event.article()).isEqualTo(CardOf.of(corrected));
            assertThat(event.previous()).isEqualTo(CardOf.of(harbour("a1")));
        });
        assertThat(index.view("source:agency").newest()).containsExactly(CardOf.of(corrected));
        assertThat(index.view("source:agency").articles()).isEqualTo(1);
    }

    @Test
    void removesTheArticleFromTopicsThatItsNewVersionDropped() {
        index.put(harbour("a1"));
        index.put(harbour("a2"));
        index.feed();

        index.put(harbour("a1").toBuilder()
                .entities(List.of(entity("Bo Reed", Entity.Type.PERSON, 1)))
                .build());

        assertThat(index.feed())
                .containsExactlyInAnyOrder(
                        "REMOVED person:ada-brook",
                        "REMOVED organisation:port-authority",
                        "UPDATED source:agency",
                        "UPDATED medtop:20000763",
                        "UPDATED keyword:harbour-tunnel",
                        "ADDED person:bo-reed");
        assertThat(index.view("person:ada-brook").articles()).isEqualTo(1);
        assertThat(index.view("source:agency").people())
                .containsExactly(new Count("Ada Brook", 1), new Count("Bo Reed", 1));
    }

    @Test
    void takesAWithdrawnArticleOutOfEverything() {
        index.put(harbour("a1"));
        index.put(harbour("a2"));
        index.views();
        index.feed();

        index.tombstone("a1");
        index.put(harbour("a2").toBuilder().status(ArticleStatus.CANCELED).build());

        assertThat(index.feed()).hasSize(10).allMatch(event -> event.startsWith("REMOVED"));
        assertThat(index.views()).isEmpty();
        assertThat(index.cards("source:agency")).isEmpty();
        assertThat(index.article("a1")).returns(false, IndexedArticle::isShown);
        assertThat(index.article("a2")).returns(false, IndexedArticle::isShown);
    }

    @Test
    void takesOutWhatIsWithheldAndTakesItBack() {
        index.put(harbour("a1"));
        index.put(harbour("a1").toBuilder().status(ArticleStatus.WITHHELD).build());
        assertThat(index.views()).isEmpty();

        index.put(harbour("a1"));

        assertThat(index.view("source:agency").articles()).isEqualTo(1);
    }

    @Test
    void ignoresTheWithdrawalOfWhatItNeverSaw() {
        index.tombstone("unknown");
        index.put(harbour("a1").toBuilder().status(ArticleStatus.CANCELED).build());

        assertThat(index.feed()).isEmpty();
        assertThat(index.views()).isEmpty();
    }

    @Test
    void ordersByTimeWhateverTheOrderOfArrival() {
        index.put(received("noon", NOON));
        index.put(received("late", NOON.minusSeconds(3_600)));
        index.put(received("next", NOON.plusSeconds(1)));
        index.put(received("also-noon", NOON));

        assertThat(index.view("source:agency").newest())
                .extracting(ArticleCard::id)
                .containsExactly("next", "also-noon", "noon", "late");
    }

    @Test
    void movesACardWhoseTimeWasCorrected() {
        index.put(received("a", NOON));
        index.put(received("b", NOON.plusSeconds(1)));

        index.put(received("a", NOON.plusSeconds(2)));

        assertThat(index.cards("source:agency")).extracting(ArticleCard::id).containsExactly("a", "b");
        assertThat(index.view("source:agency").articles()).isEqualTo(2);
    }

    @Test
    void callsATopicAsItsNewestArticleDoes() {
        index.put(named("a", "ADA BROOK", NOON));
        index.put(named("b", "Ada Brook", NOON.plusSeconds(1)));
        assertThat(index.view("person:ada-brook").topic().name()).isEqualTo("Ada Brook");

        index.tombstone("b");

        assertThat(index.view("person:ada-brook").topic().name()).isEqualTo("ADA BROOK");
    }

    @Test
    void publishesABusyTopicOncePerInterval() {
        for (int i = 0; i < 50; i++) {
            index.put(received("a" + i, NOON));
        }
        assertThat(index.publications()).isZero();

        index.passTime(Duration.ofMillis(200));
        assertThat(index.publications()).isEqualTo(1);

        index.passTime(Duration.ofSeconds(10));
        assertThat(index.publications()).isZero();

        index.put(received("late", NOON));
        index.passTime(Duration.ofMillis(190));
        assertThat(index.publications()).isZero();
        index.passTime(Duration.ofMillis(10));
        assertThat(index.publications()).isEqualTo(1);
    }

    @Test
    void followsTheFeedWithItsCoverage() {
        assertThat(index.coverage()).isEqualTo(-1);

        index.put(harbour("a1"));

        assertThat(index.coverage()).isEqualTo(4);
    }

    @Test
    void countsArticlesByWhatTheyChanged() {
        index.put(harbour("a1"));
        index.put(harbour("a1"));
        index.put(harbour("a1").toBuilder().title("New").build());
        index.tombstone("a1");

        assertThat(List.of("added", "unchanged", "updated", "removed"))
                .allSatisfy(change -> assertThat(index.registry
                                .get("copyflow.index.articles")
                                .tag("change", change)
                                .counter()
                                .count())
                        .isEqualTo(1));
        assertThat(index.registry.get("copyflow.index.latency").timer().count()).isEqualTo(2);
    }

    @Test
    void keepsABoundedListAndHistoryWithTheTotalStillRight(@TempDir Path other) {
        var limits = new IndexLimits(3, 4, 2, 3, 2, 24, 10, 3, Duration.ofMillis(200), 100);
        try (var small = new IndexDriver(limits, other)) {
            IntStream.range(0, 10).forEach(i -> small.put(received("a" + i, NOON.plusSeconds(i))));

            assertThat(small.view("source:agency").articles()).isEqualTo(10);
            assertThat(small.view("source:agency").newest())
                    .extracting(ArticleCard::id)
                    .containsExactly("a9", "a8");
            assertThat(small.cards("source:agency")).extracting(ArticleCard::id).containsExactly("a9", "a8", "a7");
            assertThat(small.history("source:agency", -1, 100))
                    .extracting(TopicEvents.Kept::offset)
                    .containsExactly(6L, 7L, 8L, 9L);
            assertThat(small.history("source:agency", 7, 100)).hasSize(2);
            assertThat(small.history("source:agency", -1, 2))
                    .extracting(TopicEvents.Kept::offset)
                    .containsExactly(8L, 9L);
            assertThat(small.state("source:agency").history()).isEqualTo(new TopicState.History(4, 9, 5));
        }
    }

    @Test
    void neverShowsAnOldArticleInPlaceOfNewerOnesThatItDropped(@TempDir Path other) {
        var limits = new IndexLimits(3, 4, 3, 3, 2, 24, 10, 3, Duration.ofMillis(200), 100);
        try (var small = new IndexDriver(limits, other)) {
            IntStream.range(0, 5).forEach(i -> small.put(received("a" + i, NOON.plusSeconds(i))));
            small.tombstone("a4");
            small.put(received("older", NOON.minusSeconds(1)));
            assertThat(small.cards("source:agency")).extracting(ArticleCard::id).containsExactly("a3", "a2");

            List.of("a0", "a1", "a2", "a3").forEach(small::tombstone);
            small.put(received("oldest", NOON.minusSeconds(2)));

            assertThat(small.view("source:agency").articles()).isEqualTo(2);
            List.of("older", "oldest").forEach(small::tombstone);
            small.put(received("later", NOON.minusSeconds(3)));
            assertThat(small.cards("source:agency")).extracting(ArticleCard::id).containsExactly("later");
        }
    }

    private static Article received(String id, Instant at) {
        return article(id, "agency").receivedAt(at).build();
    }

    private static Article named(String id, String person, Instant at) {
        return article(id, "agency")
                .receivedAt(at)
                .entities(List.of(entity(person, Entity.Type.PERSON, 1)))
                .build();
    }
}

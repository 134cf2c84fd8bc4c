package org.copyflow.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReceiptsTest {

    private static final Instant START = Instant.parse("2026-05-03T08:00:00Z");
    private static final Receipt PLACE = new Receipt(1, 7);
    private static final Receipt NEXT = new Receipt(1, 9);

    private final Map<Receipt, RawArticle> accepted = new HashMap<>();
    private final Trails trails = new Trails(3, START);
    private final Receipts receipts = new Receipts(accepted::get, trails);

    @Test
    void saysNothingOfWhatWasNeverAccepted() {
        assertThat(receipts.find(PLACE)).isNull();
    }

    @Test
    void saysWhatIsKnownBeforeEnrichmentIsDone() {
        accept(PLACE, START.plusSeconds(1));

        assertThat(find(PLACE))
                .isEqualTo(new ReceiptStatus(
                        "1-7",
                        "accepted",
                        id(PLACE),
                        "desk",
                        "item 1-7",
                        START.plusSeconds(1),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(Step.plain("accepted", START.plusSeconds(1)))));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void saysTheWordOfTheOutcome(Outcome outcome) {
        accept(PLACE, START.plusSeconds(1));
        trails.add(outcome(PLACE, outcome, List.of(), START.plusSeconds(2)));

        assertThat(find(PLACE).status()).isEqualTo(outcome.word());
        assertThat(find(PLACE).doneAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void namesTheArticlesOfADocument() {
        accept(PLACE, START.plusSeconds(1));

        trails.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE)), START));
        assertThat(find(PLACE).articles()).containsExactly(id(PLACE));

        trails.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE), id(PLACE) + "~2"), START));
        assertThat(find(PLACE).articles()).containsExactly(id(PLACE), id(PLACE) + "~2");

        trails.add(outcome(PLACE, Outcome.DUPLICATE, List.of(), START));
        assertThat(find(PLACE).articles()).isEmpty();
    }

    @Test
    void saysWhyADocumentWasDeadLettered() {
        accept(PLACE, START.plusSeconds(1));
        trails.add(outcome(PLACE, Outcome.DEAD_LETTERED, List.of(), START));

        assertThat(find(PLACE).errorCode()).isEqualTo("unreadable-json");
        assertThat(find(PLACE).error()).isEqualTo("line 1");
    }

    @Test
    void forgetsTheOldestOutcomesAndSaysThatItDoesNotKnowThem() {
        for (int i = 0; i < 5; i++) {
            accept(new Receipt(0, i), START.plusSeconds(i));
            trails.add(outcome(new Receipt(0, i), Outcome.PUBLISHED, List.of(), START.plusSeconds(i)));
        }

        assertThat(trails.size()).isEqualTo(3);
        assertThat(find(new Receipt(0, 0)).status()).isEqualTo("unknown");
        assertThat(find(new Receipt(0, 2)).status()).isEqualTo("published");
    }

    @Test
    void doesNotKnowOutcomesFromBeforeWhatItRead() {
        accept(PLACE, START.minusSeconds(1));

        assertThat(find(PLACE).status()).isEqualTo("unknown");
    }

    @Test
    void followsAnArticleToItsSubscribers() {
        accept(PLACE, START.plusSeconds(1));
        trails.add(new ArticleDelivery(id(PLACE), 1, 7, "sse", 2, 1, START.plusSeconds(5)));
        trails.add(indexed(PLACE, id(PLACE) + "~2", true, 4));
        trails.add(indexed(PLACE, id(PLACE), true, 3));
        trails.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE), id(PLACE) + "~2"), START.plusSeconds(2)));
        trails.add(new ArticleDelivery(id(PLACE), 1, 7, "sse", 1, 1, START.plusSeconds(6)));

        assertThat(find(PLACE).steps())
                .containsExactly(
                        Step.plain("accepted", START.plusSeconds(1)),
                        Step.enriched(START.plusSeconds(2), "published", null),
                        Step.counted("indexed", START.plusSeconds(4), 2, 2),
                        Step.counted("delivered", START.plusSeconds(6), 2, 3));
    }

    @Test
    void saysUntilWhenAnArticleIsHeldAndMovesOnWhenItIsReleased() {
        accept(PLACE, START.plusSeconds(1));
        trails.add(new Told(Outcome.HELD, null).until(START.plusSeconds(60)).at(2));
        Step held = Step.held(START.plusSeconds(2), START.plusSeconds(60));
        assertThat(find(PLACE).status()).isEqualTo("held");
        assertThat(find(PLACE).steps()).containsExactly(Step.plain("accepted", START.plusSeconds(1)), held);

        trails.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE)), START.plusSeconds(61)));
        assertThat(find(PLACE).status()).isEqualTo("published");
        assertThat(find(PLACE).steps()).contains(held, Step.enriched(START.plusSeconds(61), "published", null));
    }

    @Test
    void saysByWhatAVersionWasSuperseded() {
        twoVersions(Outcome.PUBLISHED, Outcome.PUBLISHED);
        assertThat(find(PLACE).status()).isEqualTo("superseded");
        assertThat(find(PLACE).steps().getLast()).isEqualTo(Step.gaveWay("superseded", START.plusSeconds(9), "1-9"));
        assertThat(find(NEXT).status()).isEqualTo("published");
    }

    @Test
    void saysThatAVersionWasKilled() {
        twoVersions(Outcome.PUBLISHED, Outcome.WITHDRAWN);
        assertThat(find(PLACE).status()).isEqualTo("withdrawn");
        assertThat(find(PLACE).steps().getLast()).isEqualTo(Step.gaveWay("withdrawn", START.plusSeconds(9), "1-9"));
    }

    @Test
    void saysThatAHeldVersionWasKilledBeforeItsTime() {
        twoVersions(Outcome.HELD, Outcome.WITHDRAWN);
        trails.add(new Told(Outcome.STALE, "1-9").at(9));
        assertThat(find(PLACE).status()).isEqualTo("withdrawn");
        assertThat(find(PLACE).steps()).extracting(Step::step).containsExactly("accepted", "held", "withdrawn");
    }

    @ParameterizedTest
    @EnumSource(names = {"STALE", "DUPLICATE"})
    void saysWhatStandsInsteadOfAStaleVersion(Outcome outcome) {
        twoVersions(Outcome.PUBLISHED, outcome);
        assertThat(find(NEXT).status()).isEqualTo(outcome.word());
        assertThat(find(NEXT).steps().getLast()).isEqualTo(Step.enriched(START.plusSeconds(9), outcome.word(), "1-7"));
        assertThat(find(PLACE).status()).isEqualTo("published");
    }

    @Test
    void keepsWhatAnIndexThatIsMadeAnewTellsOfOldArticlesOut() {
        trails.add(new ArticleIndexed("old", 0, 1, true, START.minusSeconds(1), START.plusSeconds(1)));
        assertThat(trails.size()).isZero();
    }

    /// The second stands at [#NEXT] and was done nine seconds after the start.
    private void twoVersions(Outcome first, Outcome second) {
        accept(PLACE, START.plusSeconds(1));
        trails.add(new Told(first, null).at(2));
        accept(NEXT, START.plusSeconds(8));
        ArticleOutcome told = new Told(second, "1-7").at(9);
        trails.add(new ArticleOutcome(
                id(NEXT), "desk", 1, 9, told.outcome(), List.of(), null, told.known(), null, null, START, told.at()));
    }

    /// What enrichment tells of the record at [#PLACE].
    private final class Told {
        private final Outcome outcome;
        private final @Nullable String known;
        private @Nullable Instant until;

        Told(Outcome outcome, @Nullable String known) {
            this.outcome = outcome;
            this.known = known;
        }

        Told until(Instant value) {
            until = value;
            return this;
        }

        ArticleOutcome at(int seconds) {
            Instant at = START.plusSeconds(seconds);
            return new ArticleOutcome(id(PLACE), "desk", 1, 7, outcome, List.of(), until, known, null, null, START, at);
        }
    }

    private static ArticleIndexed indexed(Receipt place, String articleId, boolean shown, int seconds) {
        Instant at = START.plusSeconds(seconds);
        return new ArticleIndexed(articleId, place.partition(), place.offset(), shown, START, at);
    }

    private ReceiptStatus find(Receipt place) {
        return Objects.requireNonNull(receipts.find(place));
    }

    private void accept(Receipt place, Instant at) {
        accepted.put(
                place,
                new RawArticle(
                        "event",
                        "desk",
                        "item " + place,
                        "text/plain",
                        null,
                        null,
                        null,
                        ArticleStatus.USABLE,
                        null,
                        at,
                        new byte[0]));
    }

    private String id(Receipt place) {
        return Objects.requireNonNull(accepted.get(place)).documentId();
    }

    private ArticleOutcome outcome(Receipt place, Outcome outcome, List<String> articles, Instant at) {
        boolean dead = outcome == Outcome.DEAD_LETTERED;
        return new ArticleOutcome(
                id(place),
                "desk",
                place.partition(),
                place.offset(),
                outcome,
                articles,
                null,
                null,
                dead ? "unreadable-json" : null,
                dead ? "line 1" : null,
                START,
                at);
    }
}

package org.copyflow.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReceiptsTest {

    private static final Instant START = Instant.parse("2026-05-03T08:00:00Z");
    private static final Receipt PLACE = new Receipt(1, 7);

    private final Map<Receipt, RawArticle> accepted = new HashMap<>();
    private final Outcomes outcomes = new Outcomes(3, START);
    private final Receipts receipts = new Receipts(accepted::get, outcomes);

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
                        null));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void saysTheWordOfTheOutcome(Outcome outcome) {
        accept(PLACE, START.plusSeconds(1));
        outcomes.add(outcome(PLACE, outcome, List.of(), START.plusSeconds(2)));

        assertThat(find(PLACE).status()).isEqualTo(outcome.word());
        assertThat(find(PLACE).doneAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void namesTheArticlesOfADocument() {
        accept(PLACE, START.plusSeconds(1));

        outcomes.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE)), START));
        assertThat(find(PLACE).articles()).containsExactly(id(PLACE));

        outcomes.add(outcome(PLACE, Outcome.PUBLISHED, List.of(id(PLACE), id(PLACE) + "~2"), START));
        assertThat(find(PLACE).articles()).containsExactly(id(PLACE), id(PLACE) + "~2");

        outcomes.add(outcome(PLACE, Outcome.DUPLICATE, List.of(), START));
        assertThat(find(PLACE).articles()).isEmpty();
    }

    @Test
    void saysWhyADocumentWasDeadLettered() {
        accept(PLACE, START.plusSeconds(1));
        outcomes.add(outcome(PLACE, Outcome.DEAD_LETTERED, List.of(), START));

        assertThat(find(PLACE).errorCode()).isEqualTo("unreadable-json");
        assertThat(find(PLACE).error()).isEqualTo("line 1");
    }

    @Test
    void forgetsTheOldestOutcomesAndSaysThatItDoesNotKnowThem() {
        for (int i = 0; i < 5; i++) {
            accept(new Receipt(0, i), START.plusSeconds(i));
            outcomes.add(outcome(new Receipt(0, i), Outcome.PUBLISHED, List.of(), START.plusSeconds(i)));
        }

        assertThat(outcomes.size()).isEqualTo(3);
        assertThat(find(new Receipt(0, 0)).status()).isEqualTo("unknown");
        assertThat(find(new Receipt(0, 2)).status()).isEqualTo("published");
    }

    @Test
    void doesNotKnowOutcomesFromBeforeWhatItRead() {
        accept(PLACE, START.minusSeconds(1));

        assertThat(find(PLACE).status()).isEqualTo("unknown");
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

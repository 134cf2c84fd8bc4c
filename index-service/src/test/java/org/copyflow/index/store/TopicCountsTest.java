package org.copyflow.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicCountsTest {

    private static final int DAYS = 10;
    private static final TopicRef TOPIC = new TopicRef("place:oslo", "Oslo", "place");

    private final KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("counts"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void countsAnArticleWhereItsTimeIsWheneverItComes() {
        apply(Change.ADDED, card(NOON.minus(Duration.ofDays(3))), null, NOON);

        assertThat(days(NOON).from()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(days(NOON).articles()).containsExactly(1L);
    }

    @Test
    void movesAnArticleWhoseTimeIsCorrected() {
        ArticleCard wrong = card(NOON.minus(Duration.ofDays(3)));
        apply(Change.ADDED, wrong, null, NOON);
        apply(Change.UPDATED, card(NOON), wrong, NOON);

        assertThat(days(NOON).from()).isEqualTo("2026-03-05T00:00:00Z");
        assertThat(store.approximateNumEntries()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatIsTakenBack() {
        apply(Change.ADDED, card(NOON), null, NOON);
        apply(Change.REMOVED, card(NOON).withoutContent(), null, NOON);

        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void countsNothingBehindTheWindow() {
        Instant old = NOON.minus(Duration.ofDays(DAYS + 5));
        apply(Change.ADDED, card(old), null, NOON);
        apply(Change.REMOVED, card(old), null, NOON);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void forgetsADayThatTheWindowHasLeft() {
        for (int day = 0; day < 100; day++) {
            Instant now = NOON.plus(Duration.ofDays(day));
            apply(Change.ADDED, card(now), null, now);
            assertThat(store.approximateNumEntries()).isLessThanOrEqualTo(DAYS + 3);
        }
        Instant now = NOON.plus(Duration.ofDays(99));
        assertThat(days(now).articles()).hasSize(DAYS).containsOnly(1L);

        apply(Change.REMOVED, card(NOON), null, now); // long forgotten: takes nothing
        assertThat(days(now).articles()).hasSize(DAYS).containsOnly(1L);
    }

    @Test
    void remembersSinceWhenItCounts() {
        assertThat(TopicCounts.since(store)).isNull();
        TopicCounts.begin(store, NOON);
        assertThat(TopicCounts.since(store)).isEqualTo(NOON);
        assertThat(TopicCounts.timeline(store, TOPIC.id(), NOON, DAYS).days(DAYS))
                .isNull();
    }

    private void apply(Change change, ArticleCard card, @Nullable ArticleCard previous, Instant now) {
        TopicCounts.apply(store, new TopicEvent(TOPIC, change, now, card, previous), now, DAYS);
    }

    private TimeCounts days(Instant now) {
        return Objects.requireNonNull(
                TopicCounts.timeline(store, TOPIC.id(), now, DAYS).days(DAYS));
    }

    private static ArticleCard card(Instant time) {
        return CardOf.of(article("a1", "agency").receivedAt(time).build());
    }
}

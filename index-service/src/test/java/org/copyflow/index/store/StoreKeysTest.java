package org.copyflow.index.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreKeysTest {

    private static final List<CardPosition> NEWEST_FIRST = List.of(
            new CardPosition(Instant.parse("2026-03-05T12:00:00.001Z"), "z"),
            new CardPosition(Instant.parse("2026-03-05T12:00:00Z"), "a"),
            new CardPosition(Instant.parse("2026-03-05T12:00:00Z"), "a~2"),
            new CardPosition(Instant.parse("2026-03-05T12:00:00Z"), "b"),
            new CardPosition(Instant.parse("1969-07-20T20:17:00Z"), "b"),
            new CardPosition(Instant.parse("0001-01-01T00:00:00Z"), "a"));

    @Test
    void orderCardsNewestFirst() {
        assertThat(NEWEST_FIRST).isSorted();
        assertThat(NEWEST_FIRST.stream().map(position -> StoreKeys.card("medtop:1", position)))
                .isSorted();
    }

    @Test
    void readBackWhereACardStands() {
        assertThat(NEWEST_FIRST)
                .allSatisfy(position -> assertThat(StoreKeys.position("place:日本", StoreKeys.card("place:日本", position)))
                        .isEqualTo(position));
    }

    @Test
    void keepTheEntriesOfATopicTogether() {
        Bytes inside = StoreKeys.card("medtop:1", NEWEST_FIRST.getFirst());
        Bytes longer = StoreKeys.card("medtop:10", NEWEST_FIRST.getFirst());

        assertThat(inside).isBetween(StoreKeys.first("medtop:1"), StoreKeys.last("medtop:1"));
        assertThat(longer).isGreaterThan(StoreKeys.last("medtop:1"));
        assertThat(StoreKeys.event("medtop:1", Long.MAX_VALUE)).isLessThan(StoreKeys.last("medtop:1"));
    }

    @Test
    void orderEventsByOffset() {
        assertThat(StoreKeys.event("medtop:1", 255)).isLessThan(StoreKeys.event("medtop:1", 256));
        assertThat(StoreKeys.offset(StoreKeys.event("medtop:1", 256))).isEqualTo(256);
    }
}

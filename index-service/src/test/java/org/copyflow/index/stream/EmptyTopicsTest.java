package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.state.Stores;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.store.IndexStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyTopicsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path stateDir;

    @Test
    void areForgottenOnceTheFeedHasForgottenThem() {
        try (IndexDriver index = driver()) {
            index.put(article("b", "paper").build());
            long entries = index.entries(IndexStores.TOPIC_HISTORY);
            index.put(article("a", "agency").build());
            index.tombstone("a");
            long left = index.state("source:agency").history().latest();
            index.put(article("b", "paper").title("Corrected").build());

            index.passTime(EmptyTopics.KEPT.minus(DAY));
            assertThat(index.state("source:agency").articles()).isZero();
            assertThat(index.history("source:agency", -1, 10)).hasSize(2);

            index.passTime(DAY.multipliedBy(2));
            assertThat(index.known("source:agency")).isNull();
            assertThat(index.history("source:agency", -1, 10)).isEmpty();
            assertThat(index.entries(IndexStores.TOPIC_HISTORY)).isEqualTo(2 * entries + 1); // and up to where
            assertThat(index.forgotten()).isEqualTo(left);
            assertThat(index.state("source:paper").articles()).isEqualTo(1);
        }
    }

    @Test
    void comeBackWithoutWhatWasForgotten() {
        try (IndexDriver index = driver()) {
            index.put(article("a", "agency").build());
            index.tombstone("a");
            index.put(article("b", "paper").build());
            index.passTime(EmptyTopics.KEPT.plus(DAY));

            index.put(article("c", "agency").build());

            assertThat(index.view("source:agency").articles()).isEqualTo(1);
            assertThat(index.state("source:agency").history().dropped()).isEqualTo(index.forgotten());
            assertThat(index.history("source:agency", -1, 10)).hasSize(1);
        }
    }

    /// How far the stores follow the feed is known from it.
    @Test
    void thatOfTheLastEventIsKept() {
        try (IndexDriver index = driver()) {
            index.put(article("a", "agency").build());
            index.tombstone("a");
            long coverage = index.coverage();

            index.passTime(EmptyTopics.KEPT.plus(DAY));

            assertThat(index.state("source:agency").history().latest()).isEqualTo(coverage);
        }
    }

    private IndexDriver driver() {
        return new IndexDriver(IndexDriver.LIMITS, ArticleQueries.NONE, stateDir, Stores::inMemoryKeyValueStore);
    }
}

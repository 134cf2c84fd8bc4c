package org.copyflow.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.copyflow.index.query.TopicQuery.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicDirectoryTest {

    private static final List<TopicSummary> TOPICS = List.of(
            new TopicSummary("place:oslo", "Oslo", "place", 3, NOON),
            new TopicSummary("place:agra", "Agra", "place", 5, NOON.minusSeconds(9)),
            new TopicSummary("person:os-lee", "LEE, Os", "person", 5, NOON.plusSeconds(1)),
            new TopicSummary("person:nobody", "Nobody", "person", 0, NOON.plusSeconds(2)));

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private long costNanos;

    private final TopicDirectory directory = new TopicDirectory(
            () -> Map.of(0, nanos.get()),
            () -> {
                made.incrementAndGet();
                nanos.addAndGet(costNanos);
                return TOPICS;
            },
            nanos::get);

    @Test
    void listsTheLargestFirstOrTheLastChanged() {
        assertThat(list(null, null, Order.ARTICLES, 9)).containsExactly("person:os-lee", "place:agra", "place:oslo");
        assertThat(list(null, null, Order.UPDATED, 9)).containsExactly("person:os-lee", "place:oslo", "place:agra");
    }

    @Test
    void selectsByKindAndByTheBeginningOfNameOrId() {
        assertThat(list("place", null, Order.ARTICLES, 9)).containsExactly("place:agra", "place:oslo");
        assertThat(list(null, "OS", Order.ARTICLES, 9)).containsExactly("person:os-lee", "place:oslo");
        assertThat(list(null, "lee", Order.ARTICLES, 9)).containsExactly("person:os-lee");
        assertThat(list("none", null, Order.ARTICLES, 9)).isEmpty();
    }

    @Test
    void countsBeyondTheLimit() {
        TopicList list = directory.list(new TopicQuery(null, null, Order.ARTICLES, 1));

        assertThat(list.topics()).hasSize(1);
        assertThat(list.total()).isEqualTo(3);
    }

    @Test
    void isMadeAnewOnlyWhenItIsOld() {
        list(null, null, Order.ARTICLES, 9);
        list(null, null, Order.ARTICLES, 9);
        assertThat(made).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        list(null, null, Order.ARTICLES, 9);
        assertThat(made).hasValue(2);
    }

    @Test
    void isMadeSeldomWhereItIsDear() {
        costNanos = Duration.ofSeconds(1).toNanos();
        list(null, null, Order.ARTICLES, 9);

        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        list(null, null, Order.ARTICLES, 9);
        assertThat(made).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        list(null, null, Order.ARTICLES, 9);
        assertThat(made).hasValue(2);
    }

    @Test
    void saysUpToWhereItSurelyShowsTheFeed() {
        costNanos = 7;

        assertThat(directory.coverage()).containsOnly(Map.entry(0, 0L));
        assertThat(made).hasValue(1);
    }

    private List<String> list(@Nullable String kind, @Nullable String prefix, Order order, int limit) {
        return directory.list(new TopicQuery(kind, prefix, order, limit)).topics().stream()
                .map(TopicSummary::id)
                .toList();
    }
}

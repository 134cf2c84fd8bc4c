package org.copyflow.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.instances.PatientReads.Reserve;
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
    private boolean fromAStandby;
    private List<TopicSummary> topics = TOPICS;

    private final PatientReads reads = new PatientReads();

    private final TopicDirectory directory = new TopicDirectory(
            () -> Map.of(0, nanos.get()),
            () -> {
                made.incrementAndGet();
                if (fromAStandby) {
                    reads.note(Reserve.STANDBY);
                }
                nanos.addAndGet(costNanos);
                return topics;
            },
            id -> id.equals("medtop:15000000") ? List.of("sport", "Deportes") : List.of(),
            reads,
            nanos::get);

    @Test
    void listsTheLargestFirstOrTheLastChanged() {
        assertThat(list(null, null, Order.VOLUME, 9)).containsExactly("person:os-lee", "place:agra", "place:oslo");
        assertThat(list(null, null, Order.NEWEST, 9)).containsExactly("person:os-lee", "place:oslo", "place:agra");
    }

    @Test
    void selectsByKindAndByWordsOfNameOrId() {
        assertThat(list("place", null, Order.VOLUME, 9)).containsExactly("place:agra", "place:oslo");
        assertThat(list(null, "OS", Order.VOLUME, 9)).containsExactly("person:os-lee", "place:oslo");
        assertThat(list(null, "lee", Order.VOLUME, 9)).containsExactly("person:os-lee");
        assertThat(list("none", null, Order.VOLUME, 9)).isEmpty();
    }

    @Test
    void findsWordsOfNamesWhateverTheirCaseAccentsAndScript() {
        topics = List.of(
                topic("person:zoe-munoz", "Zoé Muñoz"),
                topic("place:日本", "日本"),
                topic("organisation:port-authority", "Port Authority of Zoetermeer"),
                topic("medtop:15000000", "体育"));

        assertThat(list(null, "zoe", Order.NAME, 9)).containsExactly("organisation:port-authority", "person:zoe-munoz");
        assertThat(list(null, "MUNOZ zo", Order.NAME, 9)).containsExactly("person:zoe-munoz");
        assertThat(list(null, "orit", Order.NAME, 9)).isEmpty();
        assertThat(list(null, "本", Order.NAME, 9)).containsExactly("place:日本");
        assertThat(list(null, "deporte", Order.NAME, 9)).containsExactly("medtop:15000000");
        assertThat(list(null, "&", Order.NAME, 9)).isEmpty();
    }

    @Test
    void listsWhatTrendsFirstThenWhatIsLarge() {
        topics = List.of(
                topic("medtop:3", "alpha", 9, 0, "medtop:1", "medtop:2"),
                topic("medtop:1", "Gamma", 10, 0),
                topic("medtop:2", "Beta", 1, 3.4, "medtop:1"));

        assertThat(list(null, null, Order.TREND, 9)).containsExactly("medtop:2", "medtop:1", "medtop:3");
        assertThat(list(null, null, Order.NAME, 9)).containsExactly("medtop:3", "medtop:2", "medtop:1");
    }

    @Test
    void listsWhatIsRightBelowATopic() {
        topics = List.of(
                topic("medtop:3", "alpha", 9, 0, "medtop:1", "medtop:2"),
                topic("medtop:1", "Gamma", 10, 0),
                topic("medtop:2", "Beta", 1, 3.4, "medtop:1"));

        assertThat(below("medtop:1")).containsExactly("medtop:2");
        assertThat(below("medtop:2")).containsExactly("medtop:3");
        assertThat(below(TopicQuery.NONE)).containsExactly("medtop:1");
    }

    @Test
    void everyOrderGoesOnWhereAPageEnded() {
        for (Order order : Order.values()) {
            assertThat(paged(order, () -> {})).as(order.name()).hasSize(3).isEqualTo(list(null, null, order, 9));
        }
    }

    /// Of two pages of one, between which the first topic goes and a new one comes before it.
    @Test
    void pagesStandStillWhileOthersComeAndGo() {
        for (Order order : Order.values()) {
            topics = TOPICS;
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            List<String> before = list(null, null, order, 9);

            List<String> paged = paged(order, () -> {
                TopicSummary newest =
                        new TopicSummary("place:a", "A", "place", List.of(), 99, 9, true, NOON.plusSeconds(9));
                topics = Stream.concat(
                                Stream.of(newest),
                                TOPICS.stream().filter(topic -> !topic.id().equals(before.getFirst())))
                        .toList();
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            });

            assertThat(paged).as(order.name()).isEqualTo(before);
        }
    }

    @Test
    void countsBeyondTheLimit() {
        TopicList list = directory.list(new TopicQuery(null, null, null, Order.VOLUME, 1, null));

        assertThat(list.topics()).hasSize(1);
        assertThat(list.total()).isEqualTo(3);
    }

    @Test
    void isMadeAnewOnlyWhenItIsOld() {
        list(null, null, Order.VOLUME, 9);
        list(null, null, Order.VOLUME, 9);
        assertThat(made).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        list(null, null, Order.VOLUME, 9);
        assertThat(made).hasValue(2);
    }

    @Test
    void isMadeSeldomWhereItIsDear() {
        costNanos = Duration.ofSeconds(1).toNanos();
        list(null, null, Order.VOLUME, 9);

        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        list(null, null, Order.VOLUME, 9);
        assertThat(made).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        list(null, null, Order.VOLUME, 9);
        assertThat(made).hasValue(2);
    }

    @Test
    void everyListThatCameFromAStandbySaysSo() {
        fromAStandby = true;
        assertThat(said()).containsExactly(Reserve.STANDBY);
        assertThat(said()).containsExactly(Reserve.STANDBY);
        assertThat(made).hasValue(1);

        fromAStandby = false;
        nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        assertThat(said()).isEmpty();
    }

    @Test
    void saysUpToWhereItSurelyShowsTheFeed() {
        costNanos = 7;

        assertThat(directory.coverage()).containsOnly(Map.entry(0, 0L));
        assertThat(made).hasValue(1);
    }

    /// What a list has to say of itself.
    private Set<Reserve> said() {
        return reads.keep(() -> list(null, null, Order.VOLUME, 9)).reserves();
    }

    private List<String> list(@Nullable String kind, @Nullable String words, Order order, int limit) {
        return ids(new TopicQuery(kind, words, null, order, limit, null));
    }

    private List<String> below(String topicId) {
        return ids(new TopicQuery(null, null, topicId, Order.NAME, 9, null));
    }

    private List<String> ids(TopicQuery query) {
        return directory.list(query).topics().stream().map(TopicSummary::id).toList();
    }

    /// Pages of one, by the cursors as text.
    private List<String> paged(Order order, Runnable afterTheFirst) {
        var paged = new ArrayList<String>();
        TopicPlace after = null;
        do {
            TopicList page = directory.list(new TopicQuery(null, null, null, order, 1, after));
            page.topics().forEach(topic -> paged.add(topic.id()));
            if (after == null) {
                afterTheFirst.run();
            }
            after = page.next() == null ? null : TopicPlace.parse(page.next().cursor());
        } while (after != null);
        return paged;
    }

    private static TopicSummary topic(String id, String name) {
        return topic(id, name, 1, 0);
    }

    private static TopicSummary topic(String id, String name, long articles, double trend, String... broader) {
        String kind = id.substring(0, id.indexOf(':'));
        return new TopicSummary(id, name, kind, List.of(broader), articles, trend, false, NOON);
    }
}

package org.copyflow.index.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:20:00Z");

    private final TreeMap<Integer, DayCounts> days = new TreeMap<>();

    @Test
    void showsTheLastHoursFromTheFirstToTheLastThatHaveAny() {
        add("2026-03-19T12:59:59Z");
        add("2026-03-20T09:00:00Z");
        add("2026-03-20T09:59:59Z");
        add("2026-03-20T11:30:00Z");

        assertThat(timeline().hours(24))
                .isEqualTo(new TimeCounts(Instant.parse("2026-03-20T09:00:00Z"), List.of(2L, 0L, 1L)));
        assertThat(timeline().hours(25)).extracting(TimeCounts::from).isEqualTo(Instant.parse("2026-03-19T12:00:00Z"));
        assertThat(timeline().hours(1)).isNull();
    }

    @Test
    void showsTheLastDays() {
        add("2026-03-10T23:59:59Z");
        add("2026-03-18T00:00:00Z");
        add("2026-03-20T12:00:00Z");

        assertThat(timeline().days(3))
                .isEqualTo(new TimeCounts(Instant.parse("2026-03-18T00:00:00Z"), List.of(1L, 0L, 1L)));
        assertThat(timeline().days(1)).isEqualTo(new TimeCounts(Instant.parse("2026-03-20T00:00:00Z"), List.of(1L)));
    }

    @Test
    void doesNotShowWhatIsFromLaterThanNow() {
        add("2026-03-20T13:00:00Z");

        assertThat(timeline().hours(24)).isNull();
        assertThat(timeline().days(2)).isNotNull();
    }

    @Test
    void countsOfADayComeBackFromTheirBytes() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            var counts = DayCounts.NONE;
            for (int i = random.nextInt(20); i > 0; i--) {
                counts = counts.plus(random.nextInt(DayCounts.QUARTERS), 1 << random.nextInt(30));
            }
            byte[] bytes = counts.bytes();
            assertThat(DayCounts.parse(bytes).bytes()).isEqualTo(bytes);
            assertThat(counts.isEmpty()).isEqualTo(bytes.length == 0);
            var read = new int[DayCounts.QUARTERS];
            var written = new int[DayCounts.QUARTERS];
            DayCounts.parse(bytes).copyTo(read, 0);
            counts.copyTo(written, 0);
            assertThat(read).isEqualTo(written);
        }
    }

    @Test
    void countsNeverFewerThanNone() {
        assertThat(DayCounts.NONE.plus(3, -1).isEmpty()).isTrue();
        assertThat(DayCounts.NONE.plus(3, 2).plus(3, -2).isEmpty()).isTrue();
    }

    private void add(String time) {
        Instant at = Instant.parse(time);
        DayCounts before = days.getOrDefault(Timeline.dayOf(at), DayCounts.NONE);
        days.put(Timeline.dayOf(at), before.plus(Timeline.quarterOfDay(at), 1));
    }

    private Timeline timeline() {
        return new Timeline(NOW, (@Nullable Instant) null, 12, days);
    }
}

package org.copyflow.index.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:20:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(60));

    private final TreeMap<Integer, DayCounts> days = new TreeMap<>();

    @Test
    void isNothingWhereNothingCame() {
        assertThat(at(NOW)).isEqualTo(Trend.NONE);
        add(NOW.minus(Duration.ofHours(2)), 50);
        assertThat(at(NOW)).isEqualTo(Trend.NONE);
    }

    @Test
    void isABurstWhereManyComeToATopicThatWasSilent() {
        add(NOW, 3);
        assertThat(at(NOW)).isEqualTo(new Trend(2.4));
        assertThat(at(NOW).breaking()).isFalse();
        add(NOW.minus(Duration.ofMinutes(30)), 3);
        assertThat(at(NOW).breaking()).isTrue();
        assertThat(at(NOW)).isEqualTo(new Trend(3.8));
    }

    @Test
    void fadesByItself() {
        add(NOW, 6);
        assertThat(at(NOW.plus(Duration.ofMinutes(39))).breaking()).isTrue();
        assertThat(at(NOW.plus(Duration.ofMinutes(70)))).isEqualTo(Trend.NONE);
    }

    @Test
    void isNoneWhereAsManyComeEveryHour() {
        for (int hour = 0; hour < 200; hour++) {
            add(NOW.minus(Duration.ofHours(hour)), 6);
        }
        assertThat(at(NOW)).isEqualTo(Trend.NONE);
        add(NOW, 30);
        assertThat(at(NOW).breaking()).isTrue();
    }

    @Test
    void aMorningIsNoTrendBecauseTheNightWasQuiet() {
        for (int day = 0; day < 9; day++) {
            Instant noon = NOW.minus(Duration.ofDays(day));
            for (int hour = -2; hour <= 2; hour++) {
                add(noon.plus(Duration.ofHours(hour)), 12);
            }
        }
        assertThat(at(NOW)).isEqualTo(Trend.NONE);
    }

    @Test
    void aStoryThatGoesOnForDaysIsNoTrendInTheEnd() {
        for (int hour = 0; hour < 72; hour++) {
            add(NOW.plus(Duration.ofHours(hour)), 10);
        }
        assertThat(at(NOW).breaking()).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(71)))).isEqualTo(Trend.NONE);
    }

    @Test
    void tellsNothingOnTheFirstDayOfCounting() {
        add(NOW, 100);

        assertThat(at(NOW, null)).isEqualTo(Trend.NONE);
        assertThat(at(NOW, NOW.minus(Duration.ofHours(23)))).isEqualTo(Trend.NONE);
        assertThat(at(NOW, NOW.minus(Duration.ofHours(24))).breaking()).isTrue();
    }

    @Test
    void whatWasNotCountedYetIsNoSilence() {
        Instant since = NOW.minus(Duration.ofHours(30));
        for (int hour = 0; hour < 30; hour++) {
            add(NOW.minus(Duration.ofHours(hour)), 10);
        }
        assertThat(at(NOW, since)).isEqualTo(Trend.NONE);
    }

    @Test
    void countsAnHourWhereverItsQuartersBegin() {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            days.clear();
            Instant start = NOW.minusSeconds(random.nextInt(3_600));
            add(start, 4);
            assertThat(at(start.plus(Duration.ofMinutes(44)))).isEqualTo(new Trend(3.0));
        }
    }

    private void add(Instant time, int articles) {
        days.merge(
                Timeline.dayOf(time),
                DayCounts.NONE.plus(Timeline.quarterOfDay(time), articles),
                (old, _) -> old.plus(Timeline.quarterOfDay(time), articles));
    }

    private Trend at(Instant now) {
        return at(now, LONG_AGO);
    }

    private Trend at(Instant now, @Nullable Instant since) {
        return Trend.of(new Timeline(now, since, Trend.DAYS, days));
    }
}

package org.copyflow.index.page.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.copyflow.index.page.topic.Chart.Bar;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void endsWithTheHourThatIs() {
        var counts = new TimeCounts(NOON.minus(Duration.ofHours(2)), List.of(4L, 0L, 2L));

        Chart chart = Objects.requireNonNull(Chart.of(counts, Chart.Step.HOUR, 3, NOON.plusSeconds(60)));

        assertThat(chart.bars())
                .containsExactly(new Bar(0, 0, 40, "5 Mar, 10:00 UTC: 4"), new Bar(2, 20, 20, "5 Mar, 12:00 UTC: 2"));
        assertThat(chart.label())
                .isEqualTo("Articles by hour, 5 Mar, 10:00 UTC to 5 Mar, 12:00 UTC: 6 in all, at most 4 in an hour");
    }

    @Test
    void leavesOutWhatIsBeforeIt() {
        var counts = new TimeCounts(NOON.minus(Duration.ofHours(12)), List.of(9L, 1L));

        Chart chart = Objects.requireNonNull(Chart.of(counts, Chart.Step.DAY, 2, NOON.plus(Duration.ofDays(2))));

        assertThat(chart.bars()).extracting(Bar::x).containsExactly(0);
    }

    @Test
    void isNoneWithoutABar() {
        assertThat(Chart.of(null, Chart.Step.HOUR, 3, NOON)).isNull();
        assertThat(Chart.of(new TimeCounts(NOON, List.of(1L)), Chart.Step.HOUR, 3, NOON.plus(Duration.ofDays(1))))
                .isNull();
    }
}

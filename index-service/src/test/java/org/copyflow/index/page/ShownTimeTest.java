package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.copyflow.events.article.StatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-06 | 6 Mar 2026",
                "2026-03-06T09:39:50 | 6 Mar 2026, 09:39",
                "2026-03-06T09:39 | 6 Mar 2026, 09:39",
                "2026-12-16T09:39:50.125+08:00 | 16 Dec 2026, 09:39 +08:00",
                "2026-03-06T09:39:50-05:00 | 6 Mar 2026, 09:39 -05:00",
                "2026-03-06T09:39Z | 6 Mar 2026, 09:39 UTC",
                "-0500-03-06T09:39Z | -0500-03-06T09:39Z",
            })
    void isNoMoreExactThanItWasStated(String iso, String text) {
        ShownTime shown = Objects.requireNonNull(ShownTime.ofStated(new StatedTime(iso)));

        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.iso()).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03 | Mar 2026",
                "2026 | 2026",
                "--11-05 | 5 Nov",
                "--11 | Nov",
                "---05 | day 5",
                "T18:20 | 18:20",
                "---10T18:20 | day 10, 18:20",
                "2026-W10 | 2026-W10",
                "2026-13 | 2026-13",
            })
    void readsPartsOfDates(String iso, String text) {
        assertThat(ShownTime.text(iso)).isEqualTo(text);
    }

    @Test
    void saysTheZoneOfAnInstant() {
        assertThat(ShownTime.of(Instant.parse("2026-03-06T01:39:50Z")).text()).isEqualTo("6 Mar 2026, 01:39 UTC");
    }
}

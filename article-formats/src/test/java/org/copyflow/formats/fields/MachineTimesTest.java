package org.copyflow.formats.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.events.article.StatedTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20                       | 2026-11-20
                    2026-11-20T08:30                 | 2026-11-20T08:30:00
                    2026-11-20 08:30:15              | 2026-11-20T08:30:15
                    2026-11-20T08:30:15Z             | 2026-11-20T08:30:15Z
                    2026-11-20T08:30:15.250Z         | 2026-11-20T08:30:15.25Z
                    2026-11-20T08:30:15.250123+08:00 | 2026-11-20T08:30:15.250123+08:00
                    2026-11-20t08:30:15z             | 2026-11-20T08:30:15Z
                    2026-11-20T08:30:15+0800         | 2026-11-20T08:30:15+08:00
                    2026-11-20T08:30:15-05           | 2026-11-20T08:30:15-05:00
                    20261120                         | 2026-11-20
                    20261120T083015-0500             | 2026-11-20T08:30:15-05:00
                    20261120T083015Z                 | 2026-11-20T08:30:15Z
                    Fri, 20 Nov 2026 08:30:15 GMT    | 2026-11-20T08:30:15Z
                    20 Nov 2026 08:30:15 +0100       | 2026-11-20T08:30:15+01:00
                    """)
    void readsWhatIsStatedAndNoMore(String text, String iso) {
        assertThat(MachineTimes.read(text)).isEqualTo(new StatedTime(iso));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-40", "2026", "99999999999999", "Fri, 32 Nov 2026 08:30:15 GMT"})
    void readsNothingWhereNoTimeIsStated(String text) {
        assertThat(MachineTimes.read(text)).isNull();
    }
}

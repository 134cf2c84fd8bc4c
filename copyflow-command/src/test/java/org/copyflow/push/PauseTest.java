package org.copyflow.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void waitsAsLongAsTheServiceAsksWithinTheLimit() {
        assertThat(Pause.length(2, Optional.of("3"))).isEqualTo(Duration.ofSeconds(3));
        assertThat(Pause.length(2, Optional.of("86400"))).isEqualTo(Pause.LONGEST);
    }

    @Test
    void waitsLongerEachTimeWhereItAsksForNothingUsable() {
        assertThat(Pause.length(3, Optional.empty())).isGreaterThan(Pause.length(2, Optional.empty()));
        assertThat(Pause.length(2, Optional.of("Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEqualTo(Pause.length(2, Optional.empty()));
        assertThat(Pause.length(1_000, Optional.empty())).isEqualTo(Pause.LONGEST);
    }
}

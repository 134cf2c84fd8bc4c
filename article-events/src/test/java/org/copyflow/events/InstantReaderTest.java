package org.copyflow.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class InstantReaderTest {

    @Test
    void readsWhatIsWritten() {
        var random = new Random(20_261_122);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_799L), random.nextInt(1_000_000_000));
            assertThat(InstantReader.plain(time.toString())).isEqualTo(time);
            assertThat(read(EventJson.mapper().writeValueAsString(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-06T09:39:50Z",
                "2026-03-06T09:39:50.1Z",
                "2026-03-06T09:39:50.120Z",
                "2024-02-29T00:00:00Z",
                "0001-01-01T00:00:00Z"
            })
    void readsAnyNumberOfDigits(String text) {
        assertThat(InstantReader.plain(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void leavesOtherFormsToJackson() {
        assertThat(read("\"2026-03-06T10:39:50+01:00\"")).isEqualTo(Instant.parse("2026-03-06T09:39:50Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29T00:00:00Z",
                "2026-13-06T09:39:50Z",
                "2026-03-06T25:39:50Z",
                "2026-03-06 09:39:50",
                "x"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(InstantReader.plain(text)).isNull();
        assertThatThrownBy(() -> read('"' + text + '"')).isInstanceOf(JacksonException.class);
    }

    private static Instant read(String json) {
        return EventJson.mapper().readValue(json, Instant.class);
    }
}

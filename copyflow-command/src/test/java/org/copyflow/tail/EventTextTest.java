package org.copyflow.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventTextTest {

    private final EventText text = new EventText(ZoneOffset.UTC);

    @Test
    void showsATopicEventOnOneLine() {
        String json = """
                {"topic":{"id":"source:desk","name":"desk","kind":"source"},"change":"removed",\
                "at":"2026-03-05T10:04:05Z","article":{"id":"a","source":"desk",\
                "receivedAt":"2026-03-05T10:00:00Z","sortedAt":"2026-03-05T10:00:00Z"}}""";

        assertThat(text.line(new ServerEvent("0-1", "removed", json)))
                .isEqualTo("10:04:05  removed  source:desk  (no title)");
    }

    @Test
    void showsAnyOtherEventAsItIs() {
        assertThat(text.line(new ServerEvent(null, "gap", "{\"reason\":\"expired\"}")))
                .isEqualTo("gap  {\"reason\":\"expired\"}");
        assertThat(text.line(new ServerEvent(null, "message", "not JSON"))).isEqualTo("message  not JSON");
    }
}

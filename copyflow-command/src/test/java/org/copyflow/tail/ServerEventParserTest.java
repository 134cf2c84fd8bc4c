package org.copyflow.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ServerEventParserTest {

    private final ServerEventParser parser = new ServerEventParser();

    @Test
    void putsEventsTogetherFromTheirLines() {
        assertThat(take("""
                retry: 1000

                id: 0-1
                event: added
                data: {"a":1,
                data:"b":2}

                : still here

                data

                """))
                .containsExactly(
                        new ServerEvent("0-1", "added", "{\"a\":1,\n\"b\":2}"), new ServerEvent("0-1", "message", ""));
    }

    @Test
    void remembersAnIdThatComesWithoutAnEvent() {
        assertThat(take("id: 0-7.1-3\n\n")).isEmpty();
        assertThat(parser.lastId()).isEqualTo("0-7.1-3");
    }

    @Test
    void dropsAnEventThatIsCutOff() {
        assertThat(take("event: added\ndata: {\n")).isEmpty();
    }

    private List<ServerEvent> take(String lines) {
        return lines.lines().map(parser::take).filter(Objects::nonNull).toList();
    }
}

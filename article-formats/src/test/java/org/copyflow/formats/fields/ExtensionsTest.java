package org.copyflow.formats.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExtensionsTest {

    @Test
    void keepsFieldsAsTheyWereSent() {
        assertThat(Extensions.of("desk", Map.of("genre", json("[{\"name\":\"Update\"}]"))))
                .isEqualTo(Map.of("desk", json("{\"genre\":[{\"name\":\"Update\"}]}")));
    }

    @Test
    void keepsNothingOfEmptyFields() {
        assertThat(Extensions.of("desk", Map.of("a", json("null"), "b", json("[]"), "c", json("\" \""))))
                .isEmpty();
    }

    @Test
    void namesWhatIsTooMuchAndKeepsTheRest() {
        var fields = new LinkedHashMap<String, JsonNode>();
        fields.put("small", json("1"));
        fields.put("big", json('"' + "x".repeat(Extensions.MAX_BYTES) + '"'));
        fields.put("after", json("2"));

        assertThat(Extensions.of("desk", fields))
                .isEqualTo(Map.of("desk", json("{\"small\":1,\"after\":2}"), "leftOut", json("[\"desk.big\"]")));
    }

    @Test
    void theNamesOfWhatIsLeftOutAreLimitedToo() {
        var fields = new LinkedHashMap<String, JsonNode>();
        for (int i = 0; i < 1_000; i++) {
            fields.put("n".repeat(10_000) + i, json("1"));
        }

        JsonNode leftOut = Objects.requireNonNull(Extensions.of("desk", fields).get("leftOut"));

        assertThat(leftOut).hasSize(100);
        assertThat(leftOut.get(0).asString()).hasSizeLessThan(120);
    }

    @Test
    void leavesOutWhatCannotBeWrittenAgain() {
        JsonNode kept = Extensions.of("desk", Map.of("note", json("[\"a\\ud83d\", \"b\\u0000c\"]")))
                .get("desk");

        assertThat(kept).isEqualTo(json("{\"note\":[\"a\uFFFD\",\"bc\"]}"));
        assertThat(EventJson.mapper().writeValueAsBytes(kept)).isNotEmpty();
    }

    private static JsonNode json(String text) {
        return EventJson.mapper().readTree(text);
    }
}

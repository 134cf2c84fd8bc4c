package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// ninjs and batches that no honest writer writes.
final class JsonCases {

    private static final String NINJS = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int DEEP = 100_000;

    private JsonCases() {}

    static List<HostileCase> all() {
        return Stream.of(numbersAndDepth(), textsAndNames(), batches())
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileCase> numbersAndDepth() {
        return List.of(
                push(NINJS, "[".repeat(DEEP) + "]".repeat(DEEP))
                        .gets("json", "100,000 nested arrays", "422 unreadable-json"),
                push(NINJS, "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP))
                        .gets("json", "100,000 nested objects", "422 unreadable-json"),
                push(NINJS, "{\"uri\":\"h:1\",\"headline\":\"").gets("json", "cut in a string", "422 unreadable-json"),
                push(NINJS, "{\"uri\":\"h:2\",\"uri\":\"h:3\",\"headline\":\"t\"}")
                        .gets("json", "a name twice", "422 unreadable-json"),
                push(NINJS, ninjs("h:4", "\"version\":" + "9".repeat(100_000)))
                        .gets("json", "a number of 100,000 digits", "422 unreadable-json"),
                push(NINJS, ninjs("h:5", "\"version\":1e999999999"))
                        .gets("json", "a number beyond all bounds", "202 published"),
                push(NINJS, ninjs("h:6", "\"headline\":\"a\\ud800b\""))
                        .gets("json", "half of a surrogate pair", "202 published"),
                push(NINJS, ninjs("h:7", "\"headline\":\"a\\u0000b\\u001b[2J\""))
                        .gets("json", "a NUL and a terminal's orders", "202 published"),
                push(NINJS, () -> ninjs("h:8", "\"headline\":\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1))
                        .gets("json", "Latin 1 in JSON", "400 invalid-encoding"));
    }

    private static List<HostileCase> textsAndNames() {
        return List.of(
                push(NINJS, () -> ninjs("h:9", "\"headline\":\"t\"").getBytes(StandardCharsets.UTF_16))
                        .gets("json", "UTF-16 in JSON", "202 published"),
                push(NINJS, "[1,2,3]").gets("json", "an array of numbers", "422 not-ninjs"),
                push(NINJS, "null").gets("json", "null", "422 not-ninjs"),
                push(NINJS, ninjs("h:10", "\"headline\":\"t\"") + "}}")
                        .gets("json", "something behind the end", "422 unreadable-json"),
                push(NINJS, ninjs("h:11", "\"" + "k".repeat(1_000_000) + "\":1"))
                        .gets("json", "a name of a million characters", "422 unreadable-json"),
                push(NINJS, "{\"uri\":{\"$ne\":null},\"headline\":[\"t\"]}")
                        .gets("json", "objects in place of texts", "422 not-ninjs"),
                push(NINJS, ninjs("a\\r\\nce_source: evil", "\"headline\":\"t\""))
                        .gets("json", "a header's end in the item's own name", "202 published"),
                push(NINJS, ninjs("u".repeat(100_000), "\"headline\":\"t\""))
                        .gets("json", "an own name of 100,000 characters", "202 published"),
                push(NINJS, ninjs("h:12", "\"embargoed\":\"+999999999-12-31T23:59:59Z\""))
                        .gets("json", "an embargo until the end of time", "422 unreadable-embargo"));
    }

    private static List<HostileCase> batches() {
        return List.of(
                batch(IntStream.range(0, 501).mapToObj(i -> line("b:" + i, "t")).collect(Collectors.joining()))
                        .gets("batch", "one line too many", "413 too-many-items"),
                batch(line("b:1", "good") + "not json\n" + line("b:2", "good"))
                        .gets("batch", "a line that is no JSON", "207 [accepted, invalid-batch-line, accepted]"),
                batch(line("b:3", "good") + "{\"a\":".repeat(DEEP) + "\n")
                        .gets("batch", "a line of 100,000 nested objects", "207 [accepted, invalid-batch-line]"),
                batch(line("b:4", "x".repeat(6_000_000)) + line("b:5", "good"))
                        .gets("batch", "a line that is too long", "207 [body-too-large, accepted]"),
                batch("{\"mediaType\":\"text/plain\",\"content\":\"x\",\"evil\":1}\n")
                        .gets("batch", "a field that nobody knows", "207 [invalid-batch-line]"),
                batch(line("b\\r\\n:6", "x")).gets("batch", "a header's end in a name", "207 [bad-parameter]"),
                batch(line("b:7", "\\ud800")).gets("batch", "half of a surrogate pair in a line", "207 [accepted]"),
                batch("\n".repeat(1_000_000)).gets("batch", "a million empty lines", "400 empty-body"),
                push(LINES, line("b:8", "x"))
                        .gets("batch", "lines where one article is expected", "415 unknown-media-type"));
    }

    private static HostileCase.Request batch(String lines) {
        return push(LINES, lines).at(HostileCase.BATCH);
    }

    private static String line(String uri, String content) {
        return "{\"mediaType\":\"text/plain\",\"uri\":\"" + uri + "\",\"content\":\"" + content + "\"}\n";
    }

    private static String ninjs(String uri, String more) {
        return "{\"uri\":\"" + uri + "\",\"type\":\"text\",\"body_text\":\"The ferry runs.\"," + more + "}";
    }
}

package org.copyflow.instances;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copyflow.running.PipelineClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An answer, as far as it must be the same whoever gives it and whenever.
///
/// @param stale what it says of itself where it may not be the newest; else empty
/// @param text what it says, or why it says nothing
record Told(int status, String stale, String text) {

    /// What goes by the hour, is a place on the feed, or weighs words by what an instance has seen go.
    private static final List<String> PASSING =
            List.of("hours", "days", "trend", "breaking", "progress", "next", "more", "score");

    private static final Pattern LEADS_TO = Pattern.compile("href=\"(/(?:articles|stories|topics)/[^\"]+)\"");

    static Told refused(int status, String text) {
        return new Told(status, "", text);
    }

    /// What must be in an answer of this kind, of what is in it.
    static String lasting(String contentType, String body) {
        if (contentType.contains("json")) {
            JsonNode json = PipelineClient.json(body);
            drop(json);
            JsonNode events = json.path("events");
            return events.isArray()
                    ? events.valueStream().map(JsonNode::toString).collect(Collectors.joining("\n"))
                    : json.toString();
        }
        return contentType.contains("html") && body.contains("<nav")
                ? LEADS_TO.matcher(body).results().map(match -> match.group(1)).collect(Collectors.joining(" "))
                : body;
    }

    private static void drop(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(PASSING);
        }
        json.forEach(Told::drop);
    }

    /// How another answer differs from this one, which was expected.
    String unlike(Told other) {
        int at = 0;
        while (at < Math.min(text.length(), other.text.length()) && text.charAt(at) == other.text.charAt(at)) {
            at++;
        }
        return "expected %s\n  but was  %s".formatted(from(at), other.from(at));
    }

    private String from(int at) {
        String part = text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 300));
        return status + " " + stale + " (" + text.length() + " characters) …" + part;
    }

    private boolean isRestoring() {
        return text.contains("\"code\":\"restoring\"") && text.contains("\"detail\":\"");
    }

    /// Whether it refuses as it should: for the moment, saying why.
    boolean isExcused() {
        return status == 503 && (isRestoring() || text.contains("put together again"));
    }
}

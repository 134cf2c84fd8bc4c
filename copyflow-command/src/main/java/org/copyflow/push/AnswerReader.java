package org.copyflow.push;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.EventJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads ingest's answers: 202 for one item, 207 with a list for several, a problem (RFC 9457) for a refusal,
/// which tells of the items of a batch where it can.
final class AnswerReader {

    private static final int ACCEPTED = 202;
    private static final int MULTI_STATUS = 207;
    private static final int MAX_SHOWN_CHARS = 200;

    private AnswerReader() {}

    static List<Answer> read(String name, HttpResponse<String> response) {
        try {
            JsonNode body = EventJson.mapper().readTree(response.body());
            return switch (response.statusCode()) {
                case ACCEPTED -> List.of(accepted(name, body));
                case MULTI_STATUS -> items(name, body);
                default ->
                    body.path("items").isArray()
                            ? items(name, body.path("items"))
                            : List.of(refused(name, response.statusCode(), body));
            };
        } catch (JacksonException e) {
            String start = response.body()
                    .substring(0, Math.min(MAX_SHOWN_CHARS, response.body().length()));
            return List.of(new Answer.Refused(
                    name, response.statusCode(), "unknown-answer", "the answer is not ingest's: " + start));
        }
    }

    private static List<Answer> items(String name, JsonNode list) {
        var answers = new ArrayList<Answer>(list.size());
        for (JsonNode item : list) {
            String place = name + "[" + (answers.size() + 1) + "]";
            JsonNode problem = item.path("problem");
            answers.add(
                    problem.isObject()
                            ? refused(place, problem.path("status").asInt(), problem)
                            : accepted(place, item));
        }
        return answers;
    }

    private static Answer accepted(String item, JsonNode body) {
        JsonNode receipt = body.path("receipt");
        return new Answer.Accepted(item, body.path("id").asString(), receipt.isString() ? receipt.asString() : null);
    }

    private static Answer refused(String item, int status, JsonNode problem) {
        String code = problem.path("code").asString("http-" + status);
        return new Answer.Refused(item, status, code, problem.path("detail").asString(code));
    }
}

package org.copyflow.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.copyflow.index.model.Question;
import org.copyflow.running.PipelineClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks a running Copyflow's search, page by page.
final class SearchClient {

    private final PipelineClient client;

    SearchClient(PipelineClient client) {
        this.client = client;
    }

    Question.Answer ask(Question question) {
        String address = address(question);
        JsonNode first = page(address);
        var ids = new ArrayList<String>();
        addTo(ids, first);
        for (String next = first.path("next").asString(""); !next.isEmpty(); ) {
            JsonNode page = page(address + "&after=" + next);
            addTo(ids, page);
            next = page.path("next").asString("");
        }
        var facets = new TreeMap<String, List<String>>();
        Question.FACETS.forEach(facet -> facets.put(facet, List.of())); // the answer leaves out what is empty
        first.path("facets")
                .propertyStream()
                .forEach(facet -> facets.put(
                        facet.getKey(),
                        facet.getValue().valueStream().map(SearchClient::shown).toList()));
        return new Question.Answer(
                first.path("total").asLong(-1),
                question.byTime() ? ids : ids.stream().sorted().toList(),
                facets);
    }

    private JsonNode page(String address) {
        HttpResponse<String> answer = client.get(address);
        assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
        return PipelineClient.json(answer.body());
    }

    private String address(Question question) {
        var address = new StringBuilder(client.readAddress() + "/v1/search?limit=" + question.limit());
        Question.FACETS.forEach(facet -> add(address, "facet", facet));
        add(address, "q", question.words());
        add(address, "in", question.in());
        question.narrowed().forEach((facet, values) -> values.forEach(value -> add(address, facet, value)));
        add(address, "from", text(question.from()));
        add(address, "until", text(question.until()));
        add(address, "order", question.byTime() ? "time" : "relevance");
        return address.toString();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static void addTo(List<String> ids, JsonNode page) {
        page.path("hits").forEach(hit -> ids.add(hit.path("article").path("id").asString()));
    }

    private static String shown(JsonNode value) {
        return value.path("id").asString() + "=" + value.path("articles").asLong() + " "
                + value.path("name").asString();
    }
}

package org.copyflow.kit.document;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// An OpenAPI document as one page of HTML, without a script. Follows references within the document.
final class ApiPage {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final JsonNode document;
    private final StringBuilder html = new StringBuilder();

    ApiPage(byte[] yaml) {
        document = new YAMLMapper().readTree(yaml);
    }

    String html() {
        String title = escaped(document.at("/info/title").asString());
        html.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(title)
                .append("</title><link rel=\"stylesheet\" href=\"/v1/docs.css\"><h1>")
                .append(title)
                .append("</h1>");
        paragraphs(document.at("/info/description"));
        html.append("<p><a href=\"/v1/openapi.yaml\">OpenAPI document</a></p>");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operation(path.getKey(), path.getValue(), operation);
                }
            }
        }
        return html.append("</html>").toString();
    }

    private void operation(String path, JsonNode item, Map.Entry<String, JsonNode> named) {
        JsonNode operation = named.getValue();
        html.append("<section id=\"")
                .append(escaped(operation.path("operationId").asString()))
                .append("\"><h2><code>")
                .append(named.getKey().toUpperCase(Locale.ROOT))
                .append(' ')
                .append(escaped(path))
                .append("</code></h2><p><strong>")
                .append(escaped(operation.path("summary").asString()))
                .append("</strong></p>");
        paragraphs(operation.path("description"));
        parameters(item.path("parameters"), operation.path("parameters"));
        JsonNode content = resolved(operation.path("requestBody")).path("content");
        if (!content.isEmpty()) {
            html.append("<p>Body: ");
            content.propertyNames()
                    .forEach(type -> html.append("<code>").append(escaped(type)).append("</code> "));
            html.append("</p>");
        }
        responses(operation.path("responses"));
        html.append("</section>");
    }

    private void parameters(JsonNode ofPath, JsonNode ofOperation) {
        if (ofPath.isEmpty() && ofOperation.isEmpty()) {
            return;
        }
        html.append("<table><tr><th>Parameter<th>In<th>Is</tr>");
        ofPath.forEach(this::parameter);
        ofOperation.forEach(this::parameter);
        html.append("</table>");
    }

    private void parameter(JsonNode reference) {
        JsonNode parameter = resolved(reference);
        html.append("<tr><td><code>")
                .append(escaped(parameter.path("name").asString()))
                .append("</code><td>")
                .append(escaped(parameter.path("in").asString()))
                .append(parameter.path("required").asBoolean(false) ? ", required" : "")
                .append("<td>")
                .append(escaped(parameter.path("description").asString("")))
                .append("</tr>");
    }

    private void responses(JsonNode responses) {
        html.append("<table><tr><th>Answer<th>When<th>Problem codes</tr>");
        for (Map.Entry<String, JsonNode> entry : responses.properties()) {
            JsonNode response = resolved(entry.getValue());
            html.append("<tr><td>")
                    .append(escaped(entry.getKey()))
                    .append("<td>")
                    .append(escaped(response.path("description").asString("")))
                    .append("<td>");
            response.path("x-problem-codes")
                    .forEach(code -> html.append("<code>")
                            .append(escaped(code.asString()))
                            .append("</code> "));
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void paragraphs(JsonNode text) {
        for (String paragraph : text.asString("").split("\n\n", -1)) {
            if (!paragraph.isBlank()) {
                html.append("<p>").append(escaped(paragraph)).append("</p>");
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.asString().substring(1)) : node;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .strip();
    }
}

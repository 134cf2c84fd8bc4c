package org.copyflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.copyflow.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads documents and validates them.
final class Documents {

    private Documents() {}

    static JsonNode yaml(Class<?> owner, String resource) throws IOException {
        return new YAMLMapper().readTree(text(owner, resource));
    }

    static String text(Class<?> owner, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void requireValid(JsonNode document, String schemaResource, SpecificationVersion dialect)
            throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(dialect).getSchema(text(Documents.class, schemaResource));
        String json = EventJson.mapper().writeValueAsString(document);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the schema refuses something")
                .isNotEmpty();
    }

    /// Whether the value is what the document's schema at the pointer says.
    static void requireFits(JsonNode document, JsonNode schema, String json) {
        ObjectNode whole = EventJson.mapper().createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("allOf", EventJson.mapper().createArrayNode().add(schema));
        whole.set("components", document.path("components"));
        Schema checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventJson.mapper().writeValueAsString(whole));
        assertThat(checked.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    /// The node, or what it refers to in the document.
    static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.asString().substring(1)) : node;
    }
}

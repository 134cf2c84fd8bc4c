package org.copyflow.formats.ninjs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.EventJson;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.json.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Holds an item against the standard's fields (`ninjs-1.schema.json` and so on, a file for each branch). Unknown
/// fields are no fault.
final class NinjsSchema {

    private static final int MAX_WARNINGS = 20;
    /// Where the wrong type would make another article of it, or show it when it may not be shown.
    private static final Set<String> MATTER = Set.of(
            "uri", "headline", "headline_main", "headlines", "bodies", "pubstatus", "embargoed", "embargoeduntil");

    private static final Map<String, Schema> BRANCHES = branches();

    private NinjsSchema() {}

    /// What breaks the schema and leaves the article as it should be: the first fault of each field, as
    /// `/genre/0/name: …`.
    ///
    /// @throws UnreadableDocumentException with code `invalid-ninjs` where the article would be wrong
    static List<String> warnings(JsonFields item) {
        String branch = branch(item);
        Schema schema = BRANCHES.get(branch);
        var warnings = new ArrayList<String>();
        for (var field : item.object().properties()) {
            // a field at a time: of a million faults in one field only the first is ever made
            JsonNode alone = JsonNodeFactory.instance.objectNode().set(field.getKey(), field.getValue());
            List<Error> errors = schema == null ? List.of() : schema.validate(alone);
            if (errors.isEmpty()) {
                continue;
            }
            Error error = errors.getFirst();
            String fault = error.getInstanceLocation() + ": " + error.getMessage();
            if (matters(field.getKey(), error)) {
                throw new UnreadableDocumentException(
                        "invalid-ninjs",
                        "The item is no valid ninjs " + branch + ".x where the article would be wrong, at " + fault
                                + ". Mend the field and push the item again.");
            }
            if (warnings.size() < MAX_WARNINGS) {
                warnings.add("ninjs " + branch + ".x at " + fault);
            }
        }
        return warnings;
    }

    private static boolean matters(String field, Error error) {
        String name = field.toLowerCase(Locale.ROOT);
        boolean type = "type".equals(error.getKeyword());
        return type && (MATTER.contains(name) || name.startsWith("body_"));
    }

    /// By what the item says of itself, else by the fields that only one branch has.
    private static String branch(JsonFields item) {
        for (String standard : List.of("standard", "$standard")) {
            String version = item.byName()
                    .getOrDefault(standard, JsonNodeFactory.instance.missingNode())
                    .path("version")
                    .asString("");
            if (!version.isEmpty() && BRANCHES.containsKey(version.substring(0, 1))) {
                return version.substring(0, 1);
            }
        }
        boolean camelCase = item.object().propertyNames().stream()
                .anyMatch(name ->
                        name.equals("versionCreated") || name.equals("pubStatus") || name.equals("firstCreated"));
        if (camelCase) {
            return "3";
        }
        boolean arrays = Stream.of("bodies", "headlines", "descriptions", "subjects", "people", "infosources", "by")
                .anyMatch(item.byName()::containsKey);
        return arrays ? "2" : "1";
    }

    private static Map<String, Schema> branches() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .failFast(true)
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        return Stream.of("1", "2", "3")
                .collect(Collectors.toUnmodifiableMap(
                        branch -> branch, branch -> registry.getSchema(resource("ninjs-" + branch + ".schema.json"))));
    }

    private static JsonNode resource(String name) {
        try (InputStream stream = NinjsSchema.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside its class; rebuild");
            }
            return EventJson.mapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

package org.copyflow.formats.ninjs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What an item says that its article has no field for: kept under the extension `ninjs`, each field as it was sent.
///
/// Left out is only what stands in the article as it was sent, and further renditions of a body that was read.
final class NinjsRest {

    /// Texts that an article holds whole.
    private static final Set<String> HELD = Set.of(
            "uri",
            "guid",
            "versioncreated",
            "firstcreated",
            "pubstatus",
            "language",
            "byline",
            "by",
            "ednote",
            "copyrightholder",
            "copyrightnotice",
            "usageterms");
    /// What an article holds of a subject.
    private static final Set<String> HELD_OF_SUBJECT = Set.of("name", "scheme", "code", "uri", "literal", "confidence");

    private NinjsRest() {}

    static Map<String, JsonNode> of(JsonFields item, SourceArticle article) {
        var rest = new LinkedHashMap<String, JsonNode>();
        for (var field : item.object().properties()) {
            JsonNode kept = rest(field.getKey().toLowerCase(Locale.ROOT), field.getValue(), article);
            if (kept != null) {
                rest.put(field.getKey(), kept);
            }
        }
        return Extensions.of("ninjs", rest);
    }

    private static @Nullable JsonNode rest(String name, JsonNode value, SourceArticle article) {
        if (HELD.contains(name) && value.isValueNode()) {
            return null;
        }
        return switch (name) {
            case "version" -> NinjsReader.version(value.asString("")) == null ? value : null;
            case "headline", "headline_main", "title" -> isTitle(value, article) ? null : value;
            case "headlines" -> value.size() == 1 && isTitle(value.get(0).path("value"), article) ? null : value;
            case "subject", "subjects" -> isHeld(value) ? null : value;
            case "bodies" -> others(value);
            default -> NinjsBody.isBodyField(name) && NinjsBody.isWholeBody(name) ? null : value;
        };
    }

    private static boolean isTitle(JsonNode value, SourceArticle article) {
        return value.isString() && value.asString().strip().equals(article.title());
    }

    private static boolean isHeld(JsonNode subjects) {
        var fields = new HashSet<String>();
        subjects.forEach(subject -> subject.propertyNames().forEach(name -> fields.add(name.toLowerCase(Locale.ROOT))));
        return subjects.isArray() && HELD_OF_SUBJECT.containsAll(fields);
    }

    /// The bodies that are no rendition of the whole text, as a teaser is; absent where there are none.
    private static @Nullable JsonNode others(JsonNode bodies) {
        if (!bodies.isArray()) {
            return bodies;
        }
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> all = List.copyOf(bodies.values());
        all.stream()
                .filter(body -> !body.isObject() || !NinjsBody.isWholeBody(JsonFields.of(body)))
                .forEach(others::add);
        return others.isEmpty() ? null : others;
    }
}

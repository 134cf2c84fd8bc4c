package org.copyflow.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.formats.characters.WellFormedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object's fields, found whatever their case: 2.x writes `versioncreated`, 3.x `versionCreated`.
///
/// @param object the object itself
/// @param byName the values by their names in lower case
public record JsonFields(JsonNode object, Map<String, JsonNode> byName) {

    public static JsonFields of(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties()
                .forEach(field -> fields.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        return new JsonFields(object, fields);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /// The first of these fields that holds a text or a number, as text.
    @Nullable
    public String text(String... names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null
                    && value.isValueNode()
                    && !value.isNull()
                    && !value.asString().isBlank()) {
                return WellFormedText.of(value.asString().strip());
            }
        }
        return null;
    }

    /// The first of these fields that is there and not null, as text, if only an empty one.
    @Nullable
    public String said(String... names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                return WellFormedText.of(value.asString().strip());
            }
        }
        return null;
    }

    /// The objects in the first of these fields that is there: of an array, or (as 1.x's associations are) of an object
    /// by name.
    public List<JsonFields> objects(String... names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null && value.isContainer()) {
                var objects = new ArrayList<JsonFields>();
                value.values().stream()
                        .filter(JsonNode::isObject)
                        .map(JsonFields::of)
                        .forEach(objects::add);
                return objects;
            }
        }
        return List.of();
    }
}

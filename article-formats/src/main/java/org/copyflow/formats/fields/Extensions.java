package org.copyflow.formats.fields;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.formats.characters.ControlCharacters;
import org.copyflow.formats.characters.WellFormedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What a format says that an article has no field for, kept as the source wrote it under the format's name, up to
/// [#MAX_BYTES] of JSON. A field that no longer fits is left out whole and named under `leftOut`.
public final class Extensions {

    /// Of all fields of an article together, as JSON in UTF-8.
    public static final int MAX_BYTES = 64 * 1024;

    private static final String LEFT_OUT = "leftOut";
    private static final int MAX_LEFT_OUT = 100;
    private static final int MAX_NAME_CHARS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Extensions() {}

    /// @param format the format's name, as `ninjs`
    /// @param fields the fields to keep, the most important first
    public static Map<String, JsonNode> of(String format, Map<String, JsonNode> fields) {
        ObjectNode kept = NODES.objectNode();
        ArrayNode leftOut = NODES.arrayNode();
        int left = MAX_BYTES;
        for (var field : fields.entrySet()) {
            JsonNode value = clean(field.getValue());
            if (isEmpty(value)) {
                continue;
            }
            String name = text(field.getKey());
            int bytes = name.length() > MAX_NAME_CHARS ? Integer.MAX_VALUE : name.length() + bytes(value);
            if (bytes <= left) {
                kept.set(name, value);
                left -= bytes;
            } else if (leftOut.size() < MAX_LEFT_OUT) {
                leftOut.add(format + '.' + shortened(name));
            }
        }
        var extensions = new LinkedHashMap<String, JsonNode>();
        if (!kept.isEmpty()) {
            extensions.put(format, kept);
        }
        if (!leftOut.isEmpty()) {
            extensions.put(LEFT_OUT, leftOut);
        }
        return extensions;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.asString().isBlank());
    }

    private static int bytes(JsonNode value) {
        return EventJson.mapper().writeValueAsBytes(value).length;
    }

    private static String shortened(String name) {
        return name.length() > MAX_NAME_CHARS ? name.substring(0, MAX_NAME_CHARS) + '…' : name;
    }

    /// The same without what cannot be written again: control characters, and halves of surrogate pairs.
    private static JsonNode clean(JsonNode value) {
        if (value.isString()) {
            String text = value.asString();
            String clean = text(text);
            return clean.equals(text) ? value : StringNode.valueOf(clean);
        }
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode(value.size());
            value.forEach(item -> array.add(clean(item)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.properties().forEach(field -> object.set(text(field.getKey()), clean(field.getValue())));
            return object;
        }
        return value;
    }

    private static String text(String text) {
        return ControlCharacters.removed(WellFormedText.of(text));
    }
}

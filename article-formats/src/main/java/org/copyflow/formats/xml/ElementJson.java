package org.copyflow.formats.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// XML as JSON, for fields that are passed on unread: attributes as `@name`, elements by their local names (a list
/// where a name occurs twice), text as `#text`, or as the value itself where an element has nothing else. An element
/// that mixes text and elements becomes its whole text, with the elements beside it where they have attributes.
public final class ElementJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ElementJson() {}

    /// What is right below an element, without the children that are held elsewhere.
    public static Map<String, JsonNode> children(Element parent, Predicate<Element> isHeld) {
        var fields = new LinkedHashMap<String, JsonNode>();
        for (Element child : parent.children()) {
            if (!isHeld.test(child)) {
                add(fields, child.tagName(), of(child));
            }
        }
        return fields;
    }

    public static JsonNode of(Element element) {
        String text = element.ownText().isBlank() ? "" : element.text().strip();
        boolean hasChildren = text.isEmpty()
                ? element.childrenSize() > 0
                : element.children().stream().anyMatch(child -> child.attributesSize() > 0);
        if (element.attributesSize() == 0 && !hasChildren) {
            return NODES.stringNode(text);
        }
        ObjectNode object = NODES.objectNode();
        for (Attribute attribute : element.attributes()) {
            object.put('@' + attribute.getKey(), attribute.getValue());
        }
        if (hasChildren) {
            object.setAll(children(element, child -> false));
        }
        if (!text.isEmpty()) {
            object.put("#text", text);
        }
        return object;
    }

    private static void add(Map<String, JsonNode> fields, String name, JsonNode value) {
        JsonNode first = fields.get(name);
        if (first == null) {
            fields.put(name, value);
        } else if (first instanceof ArrayNode list) {
            list.add(value);
        } else {
            fields.put(name, NODES.arrayNode().add(first).add(value));
        }
    }
}

package org.copyflow.benchmarks.formats;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.json.SafeJson;
import org.copyflow.formats.xml.SafeXml;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/// All that a document says, value by value, with where it says it.
final class SourceLeaves {

    /// @param path the names of the last two holders, as `contentMeta/slugline` or `itemClass/@qcode`
    /// @param value never blank
    record Leaf(String path, String value) {}

    private final List<Leaf> leaves = new ArrayList<>();

    private SourceLeaves() {}

    static List<Leaf> of(PushedDocument document) {
        var all = new SourceLeaves();
        if (document.mediaType().type().endsWith("json")) {
            all.add(SafeJson.root(document), "", "");
        } else {
            all.add(SafeXml.tree(document).getDocumentElement(), "");
        }
        return all.leaves;
    }

    private void add(JsonNode node, String holder, String name) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(field.getValue(), name, field.getKey()));
        } else if (node.isArray()) {
            node.forEach(item -> add(item, holder, name));
        } else if (!node.isNull()) {
            add(holder, name, node.asString());
        }
    }

    private void add(Element element, String holder) {
        String name = element.getNodeName();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String key = attribute.getNodeName();
            if (!key.startsWith("xmlns") && !key.startsWith("xsi:")) {
                add(name, '@' + key, attribute.getNodeValue());
            }
        }
        List<Element> children = SafeXml.children(element);
        if (children.isEmpty()) {
            add(holder, name, element.getTextContent());
        }
        children.forEach(child -> add(child, name));
    }

    private void add(String holder, String name, String value) {
        if (!value.isBlank()) {
            leaves.add(new Leaf(holder.isEmpty() ? name : holder + '/' + name, value));
        }
    }
}

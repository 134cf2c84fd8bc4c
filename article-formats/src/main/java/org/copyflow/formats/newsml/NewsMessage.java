package org.copyflow.formats.newsml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Takes a newsMessage apart: each item of its item sets as a document of its own. Items that are no newsItems
/// (packages, concepts) are given too, so that they are refused by name and not passed over.
final class NewsMessage {

    static final String ROOT = "newsMessage";

    private static final MediaType ITEM = MediaType.parse("application/vnd.iptc.g2.newsitem+xml");
    private static final int MAX_ITEMS = 1_000;

    private NewsMessage() {}

    /// @throws UnreadableDocumentException with code `too-many-items`
    static List<PushedDocument> items(PushedDocument message) {
        Element root = SafeXml.tree(message).getDocumentElement();
        List<Element> items = SafeXml.children(root).stream()
                .filter(child -> child.getLocalName().equals("itemSet"))
                .flatMap(set -> SafeXml.children(set).stream())
                .toList();
        if (items.size() > MAX_ITEMS) {
            throw new UnreadableDocumentException(
                    "too-many-items",
                    "The newsMessage has " + items.size() + " items, the limit is " + MAX_ITEMS
                            + "; push it in parts.");
        }
        List<Element> schemes = SafeXml.children(root).stream()
                .filter(child -> child.getLocalName().equals("catalog"))
                .flatMap(catalog -> SafeXml.children(catalog).stream())
                .toList();
        return ItemSplitter.within(
                message,
                items.stream()
                        .map(item -> new PushedDocument(
                                SafeXml.bytes(alone(item, schemes)), ITEM, message.url(), message.language())));
    }

    /// The item with those of the message's schemes that its qcodes name: what else the catalog has says nothing of it,
    /// and a long catalog must not be copied a thousand times.
    private static Document alone(Element item, List<Element> schemes) {
        Document copy = SafeXml.emptyTree();
        Element root = (Element) copy.importNode(item, true);
        copy.appendChild(root);
        if (schemes.isEmpty()) {
            return copy;
        }
        Set<String> aliases = aliases(root, new HashSet<>());
        Element catalog = copy.createElementNS(root.getNamespaceURI(), "catalog");
        for (Element scheme : schemes) {
            if (aliases.contains(scheme.getAttribute("alias"))) {
                catalog.appendChild(copy.importNode(scheme, false));
            }
        }
        // behind the item's own: those come first
        root.appendChild(catalog);
        return copy;
    }

    private static Set<String> aliases(Element element, Set<String> found) {
        String qcode = element.getAttribute("qcode");
        int colon = qcode.indexOf(':');
        if (colon > 0) {
            found.add(qcode.substring(0, colon));
        }
        for (Element child : SafeXml.children(element)) {
            aliases(child, found);
        }
        return found;
    }
}

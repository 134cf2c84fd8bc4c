package org.copyflow.formats.xml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.copyflow.formats.PushedDocument;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.w3c.dom.CharacterData;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// XML as a tree of jsoup elements, so that what a document carries inline (XHTML, NITF) is at once what the HTML side
/// reads. Parsed by [SafeXml]'s rules; names are local names, in the document's case.
public final class XmlElements {

    private XmlElements() {}

    /// The whole document's root element.
    public static Element root(PushedDocument document) {
        return read(document, "");
    }

    /// The root element of a document of which the end is not read: all up to the end of the first element of this
    /// name.
    public static Element rootUntil(PushedDocument document, String lastElement) {
        return read(document, lastElement);
    }

    /// A parsed element with all below it; names are as the document writes them, prefixes included.
    public static Element of(org.w3c.dom.Element element) {
        Element copy =
                new Element(Tag.valueOf(element.getNodeName(), Parser.NamespaceXml, ParseSettings.preserveCase), "");
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                copy.attr(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element inner) {
                copy.appendChild(of(inner));
            } else if (child instanceof CharacterData text && child.getNodeType() != Node.COMMENT_NODE) {
                copy.appendChild(new TextNode(text.getData()));
            }
        }
        return copy;
    }

    private static Element read(PushedDocument document, String lastElement) {
        XMLStreamReader stream = SafeXml.stream(document);
        Element top = new Document(Parser.NamespaceXml, "");
        Element inside = top;
        try {
            while (stream.hasNext()) {
                switch (stream.next()) {
                    case XMLStreamConstants.START_ELEMENT -> inside = open(inside, stream);
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (stream.getLocalName().equals(lastElement)) {
                            return top.child(0);
                        }
                        inside = inside.parent() == null ? top : inside.parent();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        inside.appendChild(new TextNode(stream.getText()));
                    default -> SafeXml.refuseDoctype(stream);
                }
            }
            return top.child(0);
        } catch (XMLStreamException e) {
            throw SafeXml.unreadable(e.getMessage(), e.getLocation(), e);
        }
    }

    private static Element open(Element parent, XMLStreamReader stream) {
        Tag tag = Tag.valueOf(stream.getLocalName(), Parser.NamespaceHtml, ParseSettings.preserveCase);
        var element = new Element(tag, "");
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String prefix = stream.getAttributePrefix(i);
            String name = stream.getAttributeLocalName(i);
            element.attr("xml".equals(prefix) ? "xml:" + name : name, stream.getAttributeValue(i));
        }
        parent.appendChild(element);
        return element;
    }
}

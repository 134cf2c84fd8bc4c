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

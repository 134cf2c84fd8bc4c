package org.copyflow.formats.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Parses XML with no document type (but see [Doctype]), no external entity, at most 200 nested elements and no more
/// parts than a [CountedStream] lets pass. Thread-safe.
///
/// What is wrong with a document leaves as `unreadable-xml`, `xml-doctype`, `invalid-encoding` or `unknown-charset`.
public final class SafeXml {

    static final int MAX_DEPTH = 200;

    private static final int MAX_ATTRIBUTES = 500;
    private static final String MESSAGE = "Message: ";
    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final XMLInputFactory STREAMS = streams();
    private static final DocumentBuilderFactory DOCUMENTS = documents();

    private SafeXml() {}

    /// The name of the root element; reads no further.
    public static QName root(PushedDocument document) {
        XMLStreamReader stream = stream(document);
        try {
            while (stream.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDoctype(stream);
            }
            return stream.getName();
        } catch (XMLStreamException e) {
            throw unreadable(e.getMessage(), e.getLocation(), e);
        }
    }

    /// The whole document as a tree, with namespaces.
    public static Document tree(PushedDocument document) {
        if (CountedStream.isWorthCounting(document.content().length)) {
            count(document);
        }
        try {
            return builder().parse(XmlCharset.source(document));
        } catch (SAXParseException e) {
            if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
                throw doctype();
            }
            throw unreadable(e.getMessage(), e.getLineNumber(), e.getColumnNumber(), e);
        } catch (SAXException | IOException e) {
            throw unreadable(e.getMessage(), -1, -1, e);
        }
    }

    private static void count(PushedDocument document) {
        XMLStreamReader stream = stream(document);
        try {
            while (stream.hasNext()) {
                stream.next();
                refuseDoctype(stream);
            }
        } catch (XMLStreamException e) {
            throw unreadable(e.getMessage(), e.getLocation(), e);
        }
    }

    /// An empty tree to put elements in.
    public static Document emptyTree() {
        return builder().newDocument();
    }

    /// A tree as a document again, in UTF-8.
    public static byte[] bytes(Document tree) {
        var bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(tree), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree that was parsed cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /// The elements right below another, in their order.
    public static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder = DOCUMENTS.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser refuses its own settings", e);
        }
    }

    static XMLStreamReader stream(PushedDocument document) {
        try {
            InputSource source = XmlCharset.source(document);
            return new CountedStream(
                    source.getCharacterStream() == null
                            ? STREAMS.createXMLStreamReader(source.getByteStream(), source.getEncoding())
                            : STREAMS.createXMLStreamReader(source.getCharacterStream()));
        } catch (XMLStreamException e) {
            throw unreadable(e.getMessage(), e.getLocation(), e);
        }
    }

    static void refuseDoctype(XMLStreamReader stream) {
        if (stream.getEventType() == XMLStreamConstants.DTD) {
            throw doctype();
        }
    }

    static UnreadableDocumentException unreadable(@Nullable String reason, @Nullable Location where, Exception cause) {
        return where == null
                ? unreadable(reason, -1, -1, cause)
                : unreadable(reason, where.getLineNumber(), where.getColumnNumber(), cause);
    }

    private static UnreadableDocumentException unreadable(
            @Nullable String reason, int line, int column, Exception cause) {
        String text = reason == null ? cause.toString() : withoutPlace(reason);
        return new UnreadableDocumentException(
                "unreadable-xml",
                "The document is not well-formed XML" + (line < 0 ? "" : " (line " + line + ", column " + column + ")")
                        + ": " + text,
                cause);
    }

    /// The platform's parser puts the place before what it says, in words of its own.
    private static String withoutPlace(String reason) {
        int message = reason.lastIndexOf(MESSAGE);
        return message < 0 ? reason : reason.substring(message + MESSAGE.length());
    }

    private static UnreadableDocumentException doctype() {
        return new UnreadableDocumentException(
                "xml-doctype",
                "The document has a DOCTYPE, which could name entities to expand or files to read; send it without.");
    }

    private static XMLInputFactory streams() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(LIMITS + "maxElementDepth", MAX_DEPTH);
        factory.setProperty(LIMITS + "elementAttributeLimit", MAX_ATTRIBUTES);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not read: " + systemId);
        });
        return factory;
    }

    private static DocumentBuilderFactory documents() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser cannot be made safe", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(LIMITS + "maxElementDepth", Integer.toString(MAX_DEPTH));
        factory.setAttribute(LIMITS + "elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setCoalescing(true);
        return factory;
    }

    /// The platform's own handler prints to standard error.
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // a warning leaves the document readable
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}

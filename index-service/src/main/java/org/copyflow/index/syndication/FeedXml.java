package org.copyflow.index.syndication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// An XML document that is being written; all text in it is escaped.
final class FeedXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, String> namespaces;
    private final XMLStreamWriter writer;

    /// @param namespaces prefix → namespace; the empty prefix for names without one. They are written in one order, so
    /// that a feed's entity tag is the same on every instance.
    FeedXml(String root, Map<String, String> namespaces, String... attributes) {
        this.namespaces = namespaces;
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            start(root);
            for (Map.Entry<String, String> namespace : new TreeMap<>(namespaces).entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    writer.writeDefaultNamespace(namespace.getValue());
                } else {
                    writer.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param attributes names and values in turn; one without a value is left out
    FeedXml open(String name, @Nullable String... attributes) {
        try {
            start(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    FeedXml close() {
        try {
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An element with a text; without one nothing.
    FeedXml text(String name, @Nullable String text, @Nullable String... attributes) {
        if (text == null) {
            return this;
        }
        try {
            open(name, attributes);
            writer.writeCharacters(text);
            return close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] end() {
        try {
            writer.writeEndDocument();
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = name.substring(0, Math.max(0, colon));
        writer.writeStartElement(prefix, name.substring(colon + 1), namespaces.getOrDefault(prefix, ""));
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            if (name != null && value != null) {
                writer.writeAttribute(name, value);
            }
        }
    }
}

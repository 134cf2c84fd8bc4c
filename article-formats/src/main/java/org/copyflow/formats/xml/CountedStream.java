package org.copyflow.formats.xml;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.copyflow.formats.UnreadableDocumentException;

/// Refuses a document of more parts than a tree may have: the smallest element takes four bytes of a document, and
/// thirty times that in memory. Not thread-safe.
final class CountedStream extends StreamReaderDelegate {

    /// Elements, attributes and what stands between elements. A thousand items of a feed have some 50,000.
    static final int MAX_PARTS = 500_000;

    /// `a<b/>` is two parts.
    private static final int LEAST_BYTES_OF_TWO = 5;

    private int parts;

    CountedStream(XMLStreamReader stream) {
        super(stream);
    }

    /// Whether a document of so many bytes can have more parts than are allowed.
    static boolean isWorthCounting(int bytes) {
        return bytes / LEAST_BYTES_OF_TWO * 2L > MAX_PARTS;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event != END_ELEMENT) {
            parts += event == START_ELEMENT ? 1 + getAttributeCount() + getNamespaceCount() : 1;
        }
        if (parts > MAX_PARTS) {
            throw new UnreadableDocumentException(
                    "unreadable-xml",
                    "Up to line " + getLocation().getLineNumber() + " the document has more than " + MAX_PARTS
                            + " elements, attributes and stretches of text, the limit; send it in parts.");
        }
        return event;
    }
}

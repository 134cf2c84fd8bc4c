package org.copyflow.formats.xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;

/// Reads XML whose media type only says that it is XML: looks at the root element and asks the format that it belongs
/// to.
public final class XmlReader implements FormatReader, ItemSplitter {

    private final List<XmlFormat> formats;

    public XmlReader(List<XmlFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return "XML";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/xml", "text/xml");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return format(document).identify(document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        return format(document).read(document);
    }

    @Override
    public List<PushedDocument> split(PushedDocument document) {
        XmlFormat format = format(document);
        return format instanceof ItemSplitter splitter ? splitter.split(document) : List.of(document);
    }

    private XmlFormat format(PushedDocument document) {
        QName root = SafeXml.root(document);
        return formats.stream()
                .filter(format -> format.readsRoot(root))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocumentException(
                        "unknown-xml",
                        "No reader takes XML whose root element is " + root + "; known are "
                                + formats.stream().map(FormatReader::name).collect(Collectors.joining(", ")) + "."));
    }
}

package org.copyflow.formats.nitf;

import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.xml.XmlElements;
import org.copyflow.formats.xml.XmlFormat;
import org.jsoup.nodes.Element;

/// Reads NITF 3.x that stands alone. Its usual DOCTYPE is passed over, its DTD is never fetched.
public final class NitfReader implements XmlFormat {

    private static final String ROOT = "nitf";

    @Override
    public String name() {
        return "NITF";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/x-nitf+xml", "application/nitf+xml");
    }

    @Override
    public boolean readsRoot(QName root) {
        return root.getLocalPart().equals(ROOT);
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return new NitfItem(checked(XmlElements.rootUntil(document, "head"))).identity(document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        var item = new NitfItem(checked(XmlElements.root(document)));
        ItemIdentity identity = item.identity(document);
        var article = item.article(document);
        if (article.blocks().isEmpty() && identity.status() == ArticleStatus.USABLE) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The NITF document " + identity.uri() + " has nothing to read: no text in body/body.content.");
        }
        return new SourceDocument(identity, List.of(article));
    }

    private static Element checked(Element root) {
        if (!root.tagName().equals(ROOT)) {
            throw new UnreadableDocumentException(
                    "not-nitf",
                    "The document's root element is " + root.tagName()
                            + ", not nitf; name the media type that it is, or application/xml.");
        }
        return root;
    }
}

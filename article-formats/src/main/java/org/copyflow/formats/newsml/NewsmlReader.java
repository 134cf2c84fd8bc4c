package org.copyflow.formats.newsml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.xml.SafeXml;
import org.copyflow.formats.xml.XmlElements;
import org.copyflow.formats.xml.XmlFormat;
import org.jsoup.nodes.Element;

/// Reads a NewsML-G2 newsItem, and a newsMessage that carries one. A message of several is split: each of its items has
/// a status and an embargo of its own, which one document could not keep.
public final class NewsmlReader implements XmlFormat, ItemSplitter {

    private static final String NEWS_ITEM = "application/vnd.iptc.g2.newsitem+xml";
    private static final String NEWS_MESSAGE = "application/vnd.iptc.g2.newsmessage+xml";
    private static final String PACKAGE_ITEM = "application/vnd.iptc.g2.packageitem+xml";
    private static final int MAX_ITEMS_SHOWN = 10;
    private static final Set<String> ROOTS =
            Set.of("newsItem", NewsMessage.ROOT, "packageItem", "conceptItem", "knowledgeItem", "planningItem");

    @Override
    public String name() {
        return "NewsML-G2";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(NEWS_ITEM, NEWS_MESSAGE, PACKAGE_ITEM);
    }

    @Override
    public boolean readsRoot(QName root) {
        return ROOTS.contains(root.getLocalPart());
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        Element root = XmlElements.rootUntil(document, "itemMeta");
        Element item = root.tagName().equals("newsItem") ? root : newsItem(XmlElements.root(document));
        return new NewsItem(item).identity(document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        var item = new NewsItem(newsItem(XmlElements.root(document)));
        ItemIdentity identity = item.identity(document);
        InlineContent content = item.content();
        if (content == null && identity.status() == ArticleStatus.USABLE) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The newsItem " + identity.uri() + " has nothing to read in its contentSet: no inlineXML with XHTML"
                            + " or NITF, and no inlineData with text.");
        }
        return new SourceDocument(identity, List.of(item.article(document, content)));
    }

    @Override
    public List<PushedDocument> split(PushedDocument document) {
        boolean isMessage = SafeXml.root(document).getLocalPart().equals(NewsMessage.ROOT);
        return isMessage ? NewsMessage.items(document) : List.of(document);
    }

    /// A package has no text of its own: it says what belongs together.
    private static UnreadableDocumentException aPackage(Element root) {
        List<String> items =
                root.select("> groupSet itemRef, > groupSet conceptRef").eachAttr("residref");
        Element headline = root.select("> contentMeta > headline").first();
        String shown = items.stream().limit(MAX_ITEMS_SHOWN).collect(Collectors.joining(", "));
        return new UnreadableDocumentException(
                "a-package",
                "The packageItem " + root.attr("guid")
                        + (headline == null ? "" : " ('" + headline.text().strip() + "')")
                        + " refers to " + items.size() + " items and holds none to read"
                        + (items.isEmpty() ? "" : ": " + shown + (items.size() > MAX_ITEMS_SHOWN ? " …" : ""))
                        + ". Push the newsItems themselves, or in one newsMessage.");
    }

    /// The one newsItem of the document.
    private static Element newsItem(Element root) {
        if (root.tagName().equals("newsItem")) {
            return root;
        }
        List<Element> items = root.select("> itemSet > newsItem");
        if (root.tagName().equals(NewsMessage.ROOT) && items.size() == 1) {
            return items.getFirst();
        }
        if (root.tagName().equals("packageItem")) {
            throw aPackage(root);
        }
        boolean several = items.size() > 1;
        throw new UnreadableDocumentException(
                several ? "several-items" : "not-a-news-item",
                several
                        ? "The newsMessage has " + items.size() + " newsItems; push each alone, or the message to the"
                                + " push API, which splits it."
                        : "The NewsML-G2 document is a " + root.tagName()
                                + " without a newsItem; only a newsItem is read as an article.");
    }
}

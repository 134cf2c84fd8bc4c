package org.copyflow.formats.newsml;

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

/// Reads a NewsML-G2 newsItem.
public final class NewsmlReader implements XmlFormat {

    private static final Set<String> ROOTS =
            Set.of("newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem");

    @Override
    public String name() {
        return "NewsML-G2";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/vnd.iptc.g2.newsitem+xml");
    }

    @Override
    public boolean readsRoot(QName root) {
        return ROOTS.contains(root.getLocalPart());
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return newsItem(XmlElements.rootUntil(document, "itemMeta")).identity(document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        NewsItem item = newsItem(XmlElements.root(document));
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

    private static NewsItem newsItem(Element root) {
        if (!root.tagName().equals("newsItem")) {
            throw new UnreadableDocumentException(
                    "not-a-news-item",
                    "The NewsML-G2 document is a " + root.tagName() + "; only a newsItem is read as an article.");
        }
        return new NewsItem(root);
    }
}

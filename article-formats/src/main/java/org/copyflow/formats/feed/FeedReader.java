package org.copyflow.formats.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.xml.XmlFormat;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Reads RSS and Atom. A feed of one entry is that entry's article and has its identity; a feed of several is one
/// document of several articles, known by the feed's own address, unless it is split first.
public final class FeedReader implements XmlFormat, ItemSplitter {

    private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed", "entry");

    @Override
    public String name() {
        return "RSS and Atom";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/rss+xml", "application/atom+xml", "application/rdf+xml");
    }

    @Override
    public boolean readsRoot(QName root) {
        return ROOTS.contains(root.getLocalPart());
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        Document tree = FeedSplitter.tree(document);
        return identity(document, parse(tree), FeedSplitter.entries(tree));
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        Document tree = FeedSplitter.tree(document);
        SyndFeed feed = parse(tree);
        List<Element> elements = FeedSplitter.entries(tree);
        if (elements.isEmpty()) {
            throw new UnreadableDocumentException(
                    "empty-feed", "The feed '" + feed.getTitle() + "' has no item or entry to read.");
        }
        var articles = new ArrayList<SourceArticle>();
        for (int i = 0; i < elements.size(); i++) {
            articles.add(new FeedEntry(feed, feed.getEntries().get(i), elements.get(i)).article(document));
        }
        return new SourceDocument(identity(document, feed, elements), articles);
    }

    @Override
    public List<PushedDocument> split(PushedDocument document) {
        return FeedSplitter.split(document);
    }

    private static ItemIdentity identity(PushedDocument document, SyndFeed feed, List<Element> elements) {
        List<SyndEntry> entries = feed.getEntries();
        if (entries.size() == 1) {
            return new FeedEntry(feed, entries.getFirst(), elements.getFirst()).identity(document);
        }
        String uri = feed.getUri() == null ? document.url() : feed.getUri();
        return ItemIdentity.ofUri(uri == null ? feed.getLink() : uri);
    }

    private static SyndFeed parse(Document tree) {
        try {
            SyndFeed feed = new SyndFeedInput(false, Locale.ROOT).build(tree);
            if (feed.getEntries().size() != FeedSplitter.entries(tree).size()) {
                throw new UnreadableDocumentException(
                        "unreadable-feed",
                        "The feed has " + FeedSplitter.entries(tree).size() + " items, but only "
                                + feed.getEntries().size() + " stand where its format has them.");
            }
            return feed;
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "unreadable-feed",
                    "The document's root element is "
                            + tree.getDocumentElement().getNodeName() + ", but it reads as no version of RSS or Atom: "
                            + "its elements are not those of any version, or stand elsewhere.",
                    e);
        }
    }
}

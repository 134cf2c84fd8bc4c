package org.copyflow.formats.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Takes a feed apart: one feed an entry, each with what the whole feed says of itself in a few words.
final class FeedSplitter {

    static final int MAX_ENTRIES = 1_000;

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MAX_ABOUT_CHARS = 1_000;

    /// What an entry's feed may say of it: names, addresses, language, rights.
    private static final Set<String> ABOUT = Set.of(
            "title", "link", "id", "language", "author", "creator", "publisher", "rights", "copyright", "description");

    private FeedSplitter() {}

    /// The document as a tree; an Atom entry that stands alone gets a feed around it.
    static Document tree(PushedDocument document) {
        Document tree = SafeXml.tree(document);
        Element root = tree.getDocumentElement();
        if (isEntry(root)) {
            Element feed = tree.createElementNS(ATOM, "feed");
            tree.replaceChild(feed, root);
            feed.appendChild(root);
        }
        return tree;
    }

    /// The entries' elements, wherever the feed's format has them: under the root, or under its channel.
    ///
    /// @throws UnreadableDocumentException with code `too-many-items`
    static List<Element> entries(Document tree) {
        var entries = new ArrayList<Element>();
        for (Element child : SafeXml.children(tree.getDocumentElement())) {
            if (isEntry(child)) {
                entries.add(child);
            } else if (child.getLocalName().equals("channel")) {
                SafeXml.children(child).stream().filter(FeedSplitter::isEntry).forEach(entries::add);
            }
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new UnreadableDocumentException(
                    "too-many-items",
                    "The feed has " + entries.size() + " items, the limit is " + MAX_ENTRIES + "; push it in parts.");
        }
        return entries;
    }

    static List<PushedDocument> split(PushedDocument document) {
        Document tree = tree(document);
        List<Element> entries = entries(tree);
        if (entries.size() == 1) {
            return List.of(document);
        }
        var media = new MediaType(document.mediaType().type(), null);
        Set<Element> about = about(tree);
        return ItemSplitter.within(
                document,
                entries.stream()
                        .map(entry -> new PushedDocument(
                                SafeXml.bytes(alone(tree, entry, about)), media, null, document.language())));
    }

    /// What each entry's feed says of itself, of both places where a format may have it.
    private static Set<Element> about(Document tree) {
        Set<Element> about = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element child : SafeXml.children(tree.getDocumentElement())) {
            if (child.getLocalName().equals("channel")) {
                SafeXml.children(child).stream().filter(FeedSplitter::isAbout).forEach(about::add);
            } else if (isAbout(child)) {
                about.add(child);
            }
        }
        return about;
    }

    /// The feed with only this entry in it.
    private static Document alone(Document tree, Element entry, Set<Element> about) {
        Document copy = SafeXml.emptyTree();
        Node root = copy.importNode(tree.getDocumentElement(), false);
        copy.appendChild(root);
        for (Element child : SafeXml.children(tree.getDocumentElement())) {
            if (child == entry || about.contains(child)) {
                root.appendChild(copy.importNode(child, true));
            } else if (child.getLocalName().equals("channel")) {
                root.appendChild(channel(copy, child, entry, about));
            }
        }
        return copy;
    }

    private static Node channel(Document copy, Element channel, Element entry, Set<Element> about) {
        Node alone = copy.importNode(channel, false);
        for (Element child : SafeXml.children(channel)) {
            if (child == entry || about.contains(child)) {
                alone.appendChild(copy.importNode(child, true));
            }
        }
        return alone;
    }

    private static boolean isAbout(Element element) {
        return ABOUT.contains(element.getLocalName())
                && element.getTextContent().length() <= MAX_ABOUT_CHARS;
    }

    private static boolean isEntry(Element element) {
        return element.getLocalName().equals("item") || element.getLocalName().equals("entry");
    }
}

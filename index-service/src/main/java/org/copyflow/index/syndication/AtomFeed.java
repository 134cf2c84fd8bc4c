package org.copyflow.index.syndication;

import java.util.List;
import java.util.Map;
import org.copyflow.events.article.ArticleTopic;

/// Atom (RFC 4287), its pages linked as RFC 5005 has it.
final class AtomFeed {

    private static final Map<String, String> NAMESPACES =
            Map.of("", "http://www.w3.org/2005/Atom", "dc", "http://purl.org/dc/elements/1.1/", "plus", RssFeed.PLUS);
    private static final String LANGUAGE = "xml:lang";

    private AtomFeed() {}

    static byte[] write(NewsFeed feed) {
        var xml = new FeedXml("feed", NAMESPACES);
        xml.text("id", feed.id())
                .text("title", feed.title())
                .text("updated", feed.updated().toString())
                .text("generator", NewsFeed.GENERATOR);
        link(xml, "self", FeedForm.ATOM.mediaType(), feed.addresses().self());
        link(xml, "alternate", "text/html", feed.addresses().page());
        String next = feed.addresses().next();
        if (next != null) {
            link(xml, "next", FeedForm.ATOM.mediaType(), next);
        }
        feed.items().forEach(item -> entry(xml, item));
        return xml.end();
    }

    private static void entry(FeedXml xml, NewsItem item) {
        xml.open("entry", LANGUAGE, item.language())
                .text("id", item.id())
                .text("title", item.title())
                .text("published", item.times().published().toString())
                .text("updated", item.times().updated().toString());
        link(xml, "alternate", "text/html", item.links().page());
        link(xml, "related", "application/json", item.links().json());
        // every entry needs an author
        for (String author : item.authors().isEmpty() ? List.of(item.publisher()) : item.authors()) {
            xml.open("author").text("name", author).close();
        }
        for (ArticleTopic topic : item.topics()) {
            xml.open("category", "term", LegalText.of(topic.id()), "label", LegalText.of(topic.name()))
                    .close();
        }
        xml.text("dc:publisher", item.publisher())
                .text("rights", item.notice())
                .text("plus:DataMining", item.miningTerm())
                .text("summary", item.summary())
                .text("content", item.html(), "type", "html")
                .close();
    }

    private static void link(FeedXml xml, String rel, String type, String href) {
        xml.open("link", "rel", rel, "type", type, "href", href).close();
    }
}

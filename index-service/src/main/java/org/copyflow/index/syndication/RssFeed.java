package org.copyflow.index.syndication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.index.form.TextHtml;

/// RSS 2.0 (https://www.rssboard.org/rss-specification) as the RSS Advisory Board's profile recommends it.
final class RssFeed {

    /// The property of PLUS in XMP that says whether machines may mine something.
    static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";

    private static final Map<String, String> NAMESPACES = Map.of(
            "atom", "http://www.w3.org/2005/Atom",
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "plus", PLUS);

    private RssFeed() {}

    static byte[] write(NewsFeed feed) {
        var xml = new FeedXml("rss", NAMESPACES, "version", "2.0");
        xml.open("channel")
                .text("title", feed.title())
                .text("link", feed.addresses().page())
                .text("description", feed.description())
                .text("language", feed.language())
                .text("lastBuildDate", date(feed.updated()))
                .text("generator", NewsFeed.GENERATOR);
        link(xml, "self", feed.addresses().self());
        String next = feed.addresses().next();
        if (next != null) {
            link(xml, "next", next);
        }
        feed.items().forEach(item -> item(xml, item));
        return xml.close().end();
    }

    /// A description is HTML to readers of RSS, so the lead is escaped once more. An author would be a mail address.
    private static void item(FeedXml xml, NewsItem item) {
        xml.open("item")
                .text("title", item.title())
                .text("link", item.links().page())
                .text("guid", item.id(), "isPermaLink", "false")
                .text("pubDate", date(item.times().published()))
                .text("atom:updated", item.times().updated().toString());
        item.authors().forEach(author -> xml.text("dc:creator", author));
        for (ArticleTopic topic : item.topics()) {
            xml.text("category", LegalText.of(topic.name()));
        }
        xml.text("dc:publisher", item.publisher())
                .text("dc:language", item.language())
                .text("dc:rights", item.notice())
                .text("plus:DataMining", item.miningTerm())
                .text("description", item.summary() == null ? null : TextHtml.escaped(item.summary()))
                .text("content:encoded", item.html())
                .close();
    }

    private static void link(FeedXml xml, String rel, String href) {
        xml.open("atom:link", "rel", rel, "type", FeedForm.RSS.mediaType(), "href", href)
                .close();
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}

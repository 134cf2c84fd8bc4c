package org.copyflow.formats.registry;

import java.util.List;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.feed.FeedReader;
import org.copyflow.formats.html.HtmlReader;
import org.copyflow.formats.json.JsonReader;
import org.copyflow.formats.jsonfeed.JsonFeedReader;
import org.copyflow.formats.jsonld.JsonLdReader;
import org.copyflow.formats.markdown.MarkdownReader;
import org.copyflow.formats.newsml.NewsmlReader;
import org.copyflow.formats.ninjs.NinjsReader;
import org.copyflow.formats.nitf.NitfReader;
import org.copyflow.formats.text.PlainTextReader;
import org.copyflow.formats.xml.XmlReader;

/// Every format that Copyflow reads, a line each.
public final class KnownFormats {

    private KnownFormats() {}

    public static FormatReaders readers() {
        var feed = new FeedReader();
        var newsml = new NewsmlReader();
        var nitf = new NitfReader();
        var jsonFeed = new JsonFeedReader();
        var jsonLd = new JsonLdReader();
        var ninjs = new NinjsReader();
        return new FormatReaders(List.of(
                new HtmlReader(),
                new MarkdownReader(),
                new PlainTextReader(),
                ninjs,
                jsonFeed,
                jsonLd,
                new JsonReader(List.of(jsonFeed, jsonLd, ninjs)),
                feed,
                newsml,
                nitf,
                new XmlReader(List.of(feed, newsml, nitf))));
    }
}

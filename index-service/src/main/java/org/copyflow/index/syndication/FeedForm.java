package org.copyflow.index.syndication;

import java.util.Locale;

/// A form that feed readers take.
public enum FeedForm {
    /// RFC 4287.
    ATOM("application/atom+xml"),
    /// RSS 2.0, with Dublin Core and the content module.
    RSS("application/rss+xml"),
    /// JSON Feed 1.1.
    JSON("application/feed+json");

    private final String mediaType;

    FeedForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// The value of `Content-Type`.
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /// The last part of a feed's address: `feed.atom`.
    public String fileName() {
        return "feed." + name().toLowerCase(Locale.ROOT);
    }

    public byte[] write(NewsFeed feed) {
        return switch (this) {
            case ATOM -> AtomFeed.write(feed);
            case RSS -> RssFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
        };
    }
}

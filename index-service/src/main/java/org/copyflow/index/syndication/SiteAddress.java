package org.copyflow.index.syndication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses as a reader elsewhere follows them.
///
/// @param base without a slash at its end: `https://news.example`
public record SiteAddress(String base) {

    public SiteAddress {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    String topicPage(String topicId) {
        return base + "/topics/" + segment(topicId);
    }

    String articlePage(String articleId) {
        return base + "/articles/" + segment(articleId);
    }

    String article(String articleId) {
        return base + "/v1/articles/" + segment(articleId);
    }

    /// Where the feeds of a topic are.
    public String ofTopic(String topicId) {
        return base + "/v1/topics/" + segment(topicId);
    }

    /// Where the feeds of a saved query are.
    public String ofQuery(String queryId) {
        return base + "/v1/queries/" + segment(queryId);
    }

    /// An id as a part of a path.
    public static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
    }
}

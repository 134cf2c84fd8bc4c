package org.copyflow.index.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.form.TextHtml;
import org.copyflow.index.syndication.SiteAddress;
import org.jspecify.annotations.Nullable;

/// Addresses within the page and out of it.
public final class Links {

    private Links() {}

    public static String topic(String topicId) {
        return "/topics/" + segment(topicId);
    }

    public static String article(String articleId) {
        return "/articles/" + segment(articleId);
    }

    public static String story(String storyId) {
        return "/stories/" + segment(storyId);
    }

    /// What happens in a topic after what a page shows.
    public static String topicStream(String topicId, Cursor shown) {
        return "/v1/topics/" + segment(topicId) + "/stream?after=" + query(shown.toString());
    }

    /// What happens anywhere after what a page shows.
    public static String stream(Cursor shown) {
        String cursor = shown.toString();
        return cursor.isEmpty() ? "/v1/stream?history=0" : "/v1/stream?after=" + query(cursor);
    }

    /// The address of the original, where it is one that a browser may be sent to.
    static @Nullable String out(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http")) ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Text that HTML takes for nothing else.
    public static String escaped(String text) {
        return TextHtml.escaped(text);
    }

    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public static String segment(String id) {
        return SiteAddress.segment(id);
    }
}

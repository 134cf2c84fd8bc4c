package org.copyflow.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// Takes an answer apart into the items of the feed. What it is, is told by how it begins: servers name feeds by all
/// kinds of types. Whatever begins otherwise, as the page of an error, is no feed and nothing of it is taken.
/// Thread-safe.
final class FeedItems {

    private static final Set<String> FEEDS = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/vnd.iptc.g2.newsmessage+xml",
            "application/vnd.iptc.g2.newsitem+xml");
    private static final String JSON_FEED = "application/feed+json";
    private static final String JSON_FEED_SIGN = "jsonfeed.org/version";

    private final Batches batches;

    FeedItems(Batches batches) {
        this.batches = batches;
    }

    /// @return the items, in the order of the feed; none where it is empty
    /// @throws ProblemException where it cannot be read
    List<BatchItem> of(Feed feed, Fetched.Body body) {
        String type = type(body);
        String charset = charset(body.contentType());
        try {
            return take(body.content(), type, charset, feed.source());
        } catch (ProblemException e) {
            if (charset == null || !isOfCharset(e)) {
                throw e;
            }
            return take(body.content(), type, null, feed.source()); // the server is wrong; the feed itself says too
        }
    }

    private List<BatchItem> take(byte[] content, String type, @Nullable String charset, String source) {
        try {
            return batches.take(content, new MediaType(type, charset).toString(), Map.of(PushParameter.SOURCE, source));
        } catch (ProblemException e) {
            if (e.problem().code().equals(Refusal.NO_ITEMS.code())) {
                return List.of();
            }
            throw e;
        }
    }

    private static String type(Fetched.Body body) {
        String type = MediaTypeGuess.of("feed", body.content()).type();
        if (FEEDS.contains(type)) {
            return type;
        }
        if (type.equals(MediaType.JSON.type()) && head(body.content()).contains(JSON_FEED_SIGN)) {
            return JSON_FEED;
        }
        String named = body.contentType() == null ? "no type" : PushParameters.shown(body.contentType());
        throw Refusal.UNREADABLE.because("What came is no feed: it is named " + named + " and begins as " + type + ".");
    }

    private static String head(byte[] content) {
        int length = Math.min(content.length, MediaTypeGuess.HEAD_BYTES);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parse(contentType).charset();
        } catch (IllegalArgumentException e) {
            return null; // a header that cannot be read says nothing
        }
    }

    private static boolean isOfCharset(ProblemException e) {
        String code = e.problem().code();
        return code.equals(Refusal.INVALID_ENCODING.code()) || code.equals(Refusal.UNKNOWN_CHARSET.code());
    }
}

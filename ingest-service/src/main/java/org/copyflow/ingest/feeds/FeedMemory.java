package org.copyflow.ingest.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What must be known of a feed the next time, after a restart too. Immutable.
///
/// @param url the feed's own address, for people who look into the file
/// @param source who its items are pushed as, likewise
/// @param etag of the last answer that was dealt with completely
/// @param lastModified likewise
/// @param movedTo where it is for good, as its server said
/// @param gone its server said that it will not come back
/// @param failures how many looks at it failed, since one did not
/// @param problem why the last of them failed
/// @param nextAt not to be looked at before
/// @param items for the items seen last, by document id: a hash of what was pushed; the latest seen last
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedMemory(
        String url,
        String source,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String movedTo,
        boolean gone,
        int failures,
        @Nullable String problem,
        Instant nextAt,
        Map<String, String> items) {

    /// Items that were seen longer ago are forgotten; should one come again, it is a duplicate downstream.
    static final int MAX_ITEMS = 2_000;

    /// After so many failures at the place where it moved to, its own address is asked again.
    private static final int MOVED_IN_VAIN = 3;

    FeedMemory {
        items = new LinkedHashMap<>(items);
    }

    static FeedMemory none(Feed feed) {
        return new FeedMemory(
                feed.url().toString(), feed.source(), null, null, null, false, 0, null, Instant.EPOCH, Map.of());
    }

    /// Where to ask.
    HttpUrl address(Feed feed) {
        HttpUrl moved = movedTo == null ? null : HttpUrl.parse(movedTo);
        return moved == null ? feed.url() : moved;
    }

    /// The feed is as it was.
    FeedMemory unchanged() {
        return new FeedMemory(url, source, etag, lastModified, movedTo, false, 0, null, nextAt, items);
    }

    /// All that is in the feed is dealt with.
    FeedMemory dealtWith(Fetched.Body body) {
        String moved = body.movedTo() == null ? movedTo : body.movedTo().toString();
        return new FeedMemory(url, source, body.etag(), body.lastModified(), moved, false, 0, null, nextAt, items);
    }

    /// Some of what is in the feed waits for Kafka: all of it is asked for again.
    FeedMemory unfinished() {
        return new FeedMemory(url, source, null, null, movedTo, false, failures, problem, nextAt, items);
    }

    FeedMemory failed(String why) {
        boolean inVain = failures + 1 >= MOVED_IN_VAIN;
        String moved = inVain ? null : movedTo;
        return new FeedMemory(url, source, etag, lastModified, moved, false, failures + 1, why, nextAt, items);
    }

    FeedMemory stopped() {
        return new FeedMemory(url, source, null, null, movedTo, true, failures, problem, nextAt, Map.of());
    }

    FeedMemory until(Instant next) {
        return new FeedMemory(url, source, etag, lastModified, movedTo, gone, failures, problem, next, items);
    }

    /// With items that were dealt with just now.
    FeedMemory with(Map<String, String> seen) {
        var all = new LinkedHashMap<>(items);
        seen.forEach(all::putLast); // moves those that were there
        while (all.size() > MAX_ITEMS) {
            all.pollFirstEntry();
        }
        return new FeedMemory(url, source, etag, lastModified, movedTo, gone, failures, problem, nextAt, all);
    }
}

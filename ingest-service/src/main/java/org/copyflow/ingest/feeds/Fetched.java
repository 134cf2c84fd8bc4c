package org.copyflow.ingest.feeds;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What came of asking for a feed.
sealed interface Fetched {

    /// The feed.
    ///
    /// @param contentType as the server names it
    /// @param movedTo where it is for good now, where the server said so
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through unread; copying them would only cost
    record Body(
            byte[] content,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable HttpUrl movedTo)
            implements Fetched {}

    /// It is as it was.
    record NotModified() implements Fetched {}

    /// It is gone for good.
    record Gone() implements Fetched {}

    /// It could not be had.
    ///
    /// @param code stable, as `http-404` or `feed-not-public`
    /// @param detail what was tried, on what, what came of it
    /// @param retryAfter how long the server asks to be left alone
    record Failed(String code, String detail, @Nullable Duration retryAfter) implements Fetched {}
}

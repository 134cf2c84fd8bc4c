package org.copyflow.events.raw;

import java.time.Instant;

/// How many subscribers one instance handed on what a raw record changed. Best effort for those that are live;
/// several instances, and several channels, each say their own.
///
/// @param documentId which document
/// @param partition where the raw record stands in `articles.raw`
/// @param offset likewise
/// @param channel how they are served: `sse`
/// @param subscribers how many followed it
/// @param reached to how many of them all of it was written
/// @param at when that was counted
public record ArticleDelivery(
        String documentId, int partition, long offset, String channel, int subscribers, int reached, Instant at) {

    /// Event streams over HTTP.
    public static final String SSE = "sse";
}

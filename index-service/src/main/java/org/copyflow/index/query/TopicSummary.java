package org.copyflow.index.query;

import java.time.Instant;
import java.util.List;

/// A topic in a list.
///
/// @param broader the ids of the topics that it belongs to, from the top level down
/// @param articles how many articles it holds
/// @param trend how far its last hour stands above its own past, as of its last published view
/// @param breaking whether that is a burst
/// @param updatedAt when it last changed
public record TopicSummary(
        String id,
        String name,
        String kind,
        List<String> broader,
        long articles,
        double trend,
        boolean breaking,
        Instant updatedAt) {

    public TopicSummary {
        broader = List.copyOf(broader);
    }

    /// One that belongs to no other and does not trend.
    public TopicSummary(String id, String name, String kind, long articles, Instant updatedAt) {
        this(id, name, kind, List.of(), articles, 0, false, updatedAt);
    }
}

package org.copyflow.index.stream;

import java.time.Duration;

/// How much is kept of a topic and how often its view is published.
///
/// @param articlesPerTopic cards kept of a topic, the newest
/// @param historyPerTopic events kept of a topic, the latest
/// @param newestPerView cards in a published view
/// @param countedPerView cards, the newest, over which a view counts sources, people and organisations
/// @param namesPerView names in each of these counts, the most frequent
/// @param publishEvery a topic that changes all the time is published this often
public record IndexLimits(
        int articlesPerTopic,
        int historyPerTopic,
        int newestPerView,
        int countedPerView,
        int namesPerView,
        Duration publishEvery) {

    public IndexLimits {
        if (articlesPerTopic < 1
                || historyPerTopic < 1
                || newestPerView < 1
                || countedPerView < 1
                || namesPerView < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }
}

package org.copyflow.index.stream;

import java.time.Duration;
import org.copyflow.index.times.Trend;

/// How much is kept of a topic and how often its view is published.
///
/// @param articlesPerTopic cards kept of a topic, the newest
/// @param historyPerTopic events kept of a topic, the latest
/// @param newestPerView cards in a published view
/// @param countedPerView cards, the newest, over which a view counts sources, people and organisations
/// @param namesPerView names in each of these counts, the most frequent
/// @param hoursPerView hours, the last, of which a view says how many articles are from each
/// @param daysPerView days, likewise
/// @param figuresPerView figures in a view, the latest
/// @param publishEvery a topic that changes all the time is published this often at most
/// @param publishPercent how much of a thread's time making views may take, in percent; 100 for no bound
public record IndexLimits(
        int articlesPerTopic,
        int historyPerTopic,
        int newestPerView,
        int countedPerView,
        int namesPerView,
        int hoursPerView,
        int daysPerView,
        int figuresPerView,
        Duration publishEvery,
        int publishPercent) {

    public IndexLimits {
        if (articlesPerTopic < 1
                || historyPerTopic < 1
                || newestPerView < 1
                || countedPerView < 1
                || namesPerView < 1
                || hoursPerView < 1
                || daysPerView < 1
                || figuresPerView < 1
                || publishPercent < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }

    /// The days of which a view needs to know when articles are from, that of now included.
    public int timelineDays() {
        return Math.max(
                Math.max(daysPerView, (int) Duration.ofHours(hoursPerView).toDays() + 2), Trend.DAYS);
    }
}

package org.copyflow.index.times;

import java.time.Duration;
import java.time.Instant;

/// How far the last hour of a topic stands above what its own past lets expect.
///
/// What is expected of an hour is the greater of two: the mean of the last seven days, where an hour counts the less
/// the longer ago it is (e⁻¹ after 72 hours), and the mean of the same time of day, an hour more on both sides, on
/// the last seven days; so a morning is no trend because the night was quiet. The score is the difference of the
/// square roots of what came and what was expected (Anscombe's transform, which makes counts of any size alike),
/// made less for busy topics, whose counts vary more than chance would have it.
///
/// It follows from the counts alone, so it remembers nothing that was taken back. The last hour is the current
/// quarter of an hour with the three before it. Before the first day of counting nothing is known of any past, and
/// nothing is a trend.
///
/// @param score 0 where it is less than [#LEAST_SCORE], which chance often gives; rounded to a tenth
public record Trend(double score) {

    public static final Trend NONE = new Trend(0);

    /// What a timeline must span for a trend to be told, in days.
    public static final int DAYS = 9;

    static final double LEAST_SCORE = 2;
    static final double BREAKING_SCORE = 3.2;

    private static final Duration KNOWN_PAST = Duration.ofDays(1);
    private static final int HOURS_BACK = 168;
    private static final int DAYS_BACK = 7;
    private static final double MEMORY_HOURS = 72;
    private static final double ANSCOMBE = 3.0 / 8;
    private static final double EXCESS_VARIANCE = 0.3;

    public static Trend of(Timeline timeline) {
        Instant since = timeline.since();
        if (since == null || since.plus(KNOWN_PAST).isAfter(timeline.now())) {
            return NONE;
        }
        long end = Timeline.quarterOf(timeline.now()) + 1;
        long start = end - Timeline.QUARTERS_AN_HOUR;
        long came = timeline.count(start, end);
        if (came == 0) {
            return NONE;
        }
        long known = Timeline.quarterOf(since);
        double expected = Math.max(lately(timeline, start, known), atThisTime(timeline, start, known));
        double excess = 2 * (Math.sqrt(came + ANSCOMBE) - Math.sqrt(expected + ANSCOMBE));
        double score = excess / Math.sqrt(1 + EXCESS_VARIANCE * expected);
        return score < LEAST_SCORE ? NONE : new Trend(Math.round(score * 10) / 10.0);
    }

    /// Whether it is a burst: at least [#BREAKING_SCORE], which takes five articles even where none was expected.
    public boolean breaking() {
        return score >= BREAKING_SCORE;
    }

    private static double lately(Timeline timeline, long start, long known) {
        double weights = 0;
        double sum = 0;
        for (int hour = 0; hour < HOURS_BACK; hour++) {
            long end = start - (long) hour * Timeline.QUARTERS_AN_HOUR;
            long from = end - Timeline.QUARTERS_AN_HOUR;
            if (from < known) {
                break;
            }
            double weight = Math.exp(-hour / MEMORY_HOURS);
            weights += weight;
            sum += weight * timeline.count(from, end);
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double atThisTime(Timeline timeline, long start, long known) {
        long sum = 0;
        int hours = 0;
        for (int day = 1; day <= DAYS_BACK; day++) {
            long from = start - (long) day * DayCounts.QUARTERS - Timeline.QUARTERS_AN_HOUR;
            if (from < known) {
                break;
            }
            sum += timeline.count(from, from + 3L * Timeline.QUARTERS_AN_HOUR);
            hours += 3;
        }
        return hours == 0 ? 0 : (double) sum / hours;
    }
}

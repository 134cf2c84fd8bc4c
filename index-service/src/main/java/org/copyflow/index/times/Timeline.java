package org.copyflow.index.times;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.jspecify.annotations.Nullable;

/// How many of a topic's articles are from when, over the days up to now. Times are cut to quarters of an hour, UTC;
/// what is from later than the hour or day of now is not counted.
public final class Timeline {

    static final int QUARTERS_AN_HOUR = 4;

    private static final long SECONDS_A_QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Instant now;
    private final @Nullable Instant since;
    private final long first;
    private final int[] quarters;

    /// @param now up to when
    /// @param since when articles began to be counted at all; absent where none ever was
    /// @param days how many days it spans, that of now included
    /// @param counts by the number of the day since 1970; those of other days are not looked at
    public Timeline(Instant now, @Nullable Instant since, int days, SortedMap<Integer, DayCounts> counts) {
        this.now = now;
        this.since = since;
        int firstDay = dayOf(now) - days + 1;
        first = (long) firstDay * DayCounts.QUARTERS;
        quarters = new int[days * DayCounts.QUARTERS];
        counts.subMap(firstDay, firstDay + days)
                .forEach((day, of) -> of.copyTo(quarters, (day - firstDay) * DayCounts.QUARTERS));
    }

    /// The number of the day since 1970.
    public static int dayOf(Instant time) {
        return Math.toIntExact(Math.floorDiv(quarterOf(time), DayCounts.QUARTERS));
    }

    /// The number of the quarter of an hour in its day.
    public static int quarterOfDay(Instant time) {
        return Math.floorMod(quarterOf(time), DayCounts.QUARTERS);
    }

    /// The number of the quarter of an hour since 1970.
    static long quarterOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_QUARTER);
    }

    public @Nullable TimeCounts hours(int hours) {
        return counts(QUARTERS_AN_HOUR, hours);
    }

    public @Nullable TimeCounts days(int days) {
        return counts(DayCounts.QUARTERS, days);
    }

    Instant now() {
        return now;
    }

    @Nullable
    Instant since() {
        return since;
    }

    /// How many are from these quarters of an hour.
    long count(long from, long end) {
        long count = 0;
        for (long at = Math.max(from, first); at < Math.min(end, first + quarters.length); at++) {
            count += quarters[(int) (at - first)];
        }
        return count;
    }

    /// The last steps up to now, from the first to the last that have any; absent where none has.
    private @Nullable TimeCounts counts(int quartersAStep, int steps) {
        long current = Math.floorDiv(quarterOf(now), quartersAStep);
        long start = current - steps + 1;
        long[] all = IntStream.range(0, steps)
                .mapToLong(step -> count((start + step) * quartersAStep, (start + step + 1) * quartersAStep))
                .toArray();
        int from = 0;
        while (from < steps && all[from] == 0) {
            from++;
        }
        if (from == steps) {
            return null;
        }
        int end = steps;
        while (all[end - 1] == 0) {
            end--;
        }
        List<Long> shown = new ArrayList<>();
        for (int step = from; step < end; step++) {
            shown.add(all[step]);
        }
        return new TimeCounts(Instant.ofEpochSecond((start + from) * quartersAStep * SECONDS_A_QUARTER), shown);
    }
}

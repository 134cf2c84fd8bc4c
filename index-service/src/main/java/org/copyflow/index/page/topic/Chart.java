package org.copyflow.index.page.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.jspecify.annotations.Nullable;

/// How many articles are from each of successive hours or days, as bars that need no script.
///
/// @param label what it shows, in words
/// @param columns its width
/// @param height its height
/// @param bars those that are not 0
record Chart(String label, int columns, int height, List<Bar> bars) {

    private static final int HEIGHT = 40;

    /// @param y of its top
    /// @param says its time and its number
    record Bar(int x, int y, int height, String says) {}

    /// What a column stands for.
    enum Step {
        HOUR(Duration.ofHours(1), "d MMM, HH:mm 'UTC'"),
        DAY(Duration.ofDays(1), "d MMM uuuu");

        private final long seconds;
        private final String pattern;

        Step(Duration length, String pattern) {
            seconds = length.toSeconds();
            this.pattern = pattern;
        }

        private long number(Instant at) {
            return Math.floorDiv(at.getEpochSecond(), seconds);
        }

        private String shown(long number) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .format(Instant.ofEpochSecond(number * seconds).atOffset(ZoneOffset.UTC));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String one() {
            return this == HOUR ? "an hour" : "a day";
        }
    }

    /// @param columns how many there are, the last of them with `now` in it
    /// @return absent where none of them has an article
    static @Nullable Chart of(@Nullable TimeCounts counts, Step step, int columns, Instant now) {
        if (counts == null) {
            return null;
        }
        long first = step.number(now) - columns + 1;
        long offset = step.number(counts.from()) - first;
        List<Long> articles = counts.articles();
        long most = articles.stream().mapToLong(Long::longValue).max().orElse(0);
        var bars = new ArrayList<Bar>();
        long sum = 0;
        for (int i = 0; i < articles.size(); i++) {
            long x = offset + i;
            long number = articles.get(i);
            if (x >= 0 && x < columns && number > 0) {
                int height = (int) Math.max(1, number * HEIGHT / most);
                bars.add(new Bar((int) x, HEIGHT - height, height, step.shown(first + x) + ": " + number));
                sum += number;
            }
        }
        String label = "Articles by %s, %s to %s: %d in all, at most %d in %s"
                .formatted(step.word(), step.shown(first), step.shown(first + columns - 1), sum, most, step.one());
        return bars.isEmpty() ? null : new Chart(label, columns, HEIGHT, bars);
    }
}

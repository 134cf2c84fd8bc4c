package org.copyflow.index.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.topic.TopicView;
import org.jspecify.annotations.Nullable;

/// A topic's view in the few words that tell all of it, so that two can be compared.
///
/// @param times hours and days as `start=articles`, those without an article left out
/// @param counts names and ids with their numbers, most first
public record PlainView(
        String name,
        List<String> broader,
        long articles,
        Instant first,
        Instant last,
        List<String> times,
        double trend,
        boolean breaking,
        List<String> newest,
        List<List<String>> counts,
        List<String> figures) {

    private static final int MOST_FIGURES_A_CARD = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /// How much a view holds.
    public record Size(int newest, int counted, int names, int hours, int days, int figures) {}

    public static PlainView of(TopicView view) {
        return new PlainView(
                view.topic().name(),
                view.topic().broader(),
                view.articles(),
                orEpoch(view.firstAt()),
                orEpoch(view.lastAt()),
                Stream.concat(times(view.hours(), HOUR), times(view.days(), DAY))
                        .toList(),
                view.trend(),
                view.breaking(),
                view.newest().stream()
                        .map(card -> card.id() + " " + card.title() + " " + card.topics() + " "
                                + card.figures().size())
                        .toList(),
                List.of(
                        names(view.sources()),
                        names(view.people()),
                        names(view.organisations()),
                        names(view.languages()),
                        view.related().stream()
                                .map(topic -> topic.id() + "=" + topic.articles())
                                .toList()),
                view.figures().stream()
                        .map(figure -> figure.articleId() + " " + figure.at() + " "
                                + figure.figure().text())
                        .toList());
    }

    /// The same, not saying of when the oldest article is.
    public PlainView withoutFirst() {
        return new PlainView(
                name, broader, articles, orEpoch(null), last, times, trend, breaking, newest, counts, figures);
    }

    /// @param holding all articles of the topic
    /// @param since when the first article of all came
    public static PlainView of(String topicId, List<Item> holding, Instant now, Instant since, Size size) {
        List<Item> items = holding.stream()
                .sorted(Comparator.comparing(Item::time).reversed().thenComparing(Item::id))
                .toList();
        List<Item> counted = items.stream().limit(size.counted()).toList();
        String above = topicId.matches("medtop:\\d\\d") ? topicId.substring(0, topicId.length() - 1) : "none";
        double exact = score(items, now, since);
        double score = exact < 2 ? 0 : Math.round(exact * 10) / 10.0;
        return new PlainView(
                String.valueOf(items.getFirst().topics().get(topicId)),
                above.equals("none") ? List.of() : List.of(above),
                items.size(),
                items.getLast().time(),
                items.getFirst().time(),
                Stream.concat(
                                times(items, now.truncatedTo(ChronoUnit.HOURS), HOUR, size.hours()),
                                times(items, now.truncatedTo(ChronoUnit.DAYS), DAY, size.days()))
                        .toList(),
                score,
                score >= 3.2,
                items.stream().limit(size.newest()).map(PlainView::card).toList(),
                List.of(
                        names(counted, size, item -> List.of("s" + item.source())),
                        names(
                                counted,
                                size,
                                item -> item.people().stream().map(item::person).toList()),
                        names(
                                counted,
                                size,
                                item -> item.organisations().stream()
                                        .map(number -> "Board " + number)
                                        .toList()),
                        names(counted, size, item -> item.language() == null ? List.of() : List.of(item.language())),
                        names(
                                counted,
                                size,
                                item -> item.topics().keySet().stream()
                                        .filter(id ->
                                                !id.startsWith("source:") && !id.equals(topicId) && !id.equals(above))
                                        .toList())),
                counted.stream()
                        .flatMap(item -> item.figures().stream()
                                .limit(MOST_FIGURES_A_CARD)
                                .map(figure -> item.id() + " " + item.time() + " " + item.figure(figure)))
                        .limit(size.figures())
                        .toList());
    }

    private static String card(Item item) {
        return item.id() + " " + item.headline() + " "
                + new ArrayList<>(item.topics().keySet()) + " "
                + Math.min(MOST_FIGURES_A_CARD, item.figures().size());
    }

    private static Stream<String> times(List<Item> items, Instant last, Duration step, int steps) {
        return Stream.iterate(last.minus(step.multipliedBy(steps - 1L)), at -> at.plus(step))
                .limit(steps)
                .filter(at -> between(items, at, at.plus(step)) > 0)
                .map(at -> at + "=" + between(items, at, at.plus(step)));
    }

    private static Stream<String> times(TopicView.@Nullable TimeCounts counts, Duration step) {
        var times = new ArrayList<String>();
        if (counts != null) {
            for (int i = 0; i < counts.articles().size(); i++) {
                if (counts.articles().get(i) > 0) {
                    times.add(counts.from().plus(step.multipliedBy(i)) + "="
                            + counts.articles().get(i));
                }
            }
        }
        return times.stream();
    }

    private static List<String> names(List<TopicView.Count> counts) {
        return counts.stream()
                .map(count -> count.name() + "=" + count.articles())
                .toList();
    }

    private static List<String> names(List<Item> items, Size size, Function<Item, List<String>> names) {
        Map<String, Long> counts = items.stream()
                .flatMap(item -> names.apply(item).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Comparator<Map.Entry<String, Long>> most = Comparator.comparing(entry -> -entry.getValue());
        return counts.entrySet().stream()
                .sorted(most.thenComparing(Map.Entry::getKey))
                .limit(size.names())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static long between(List<Item> items, Instant from, Instant end) {
        return items.stream()
                .filter(item -> !item.time().isBefore(from) && item.time().isBefore(end))
                .count();
    }

    private static Instant quarter(Instant time) {
        long seconds = QUARTER.toSeconds();
        return Instant.ofEpochSecond(time.getEpochSecond() / seconds * seconds);
    }

    private static long lastHour(List<Item> items, Instant now) {
        Instant end = quarter(now).plus(QUARTER);
        return between(items, end.minus(HOUR), end);
    }

    /// As the documentation has it, see docs/views.md.
    private static double score(List<Item> items, Instant now, Instant since) {
        long came = lastHour(items, now);
        if (came == 0 || now.isBefore(since.plus(DAY))) {
            return 0;
        }
        Instant start = quarter(now).plus(QUARTER).minus(HOUR);
        double sum = 0;
        double weights = 0;
        for (int hour = 1;
                hour <= 7 * 24 && !start.minus(HOUR.multipliedBy(hour)).isBefore(quarter(since));
                hour++) {
            Instant from = start.minus(HOUR.multipliedBy(hour));
            double weight = Math.exp((1 - hour) / 72.0);
            sum += weight * between(items, from, from.plus(HOUR));
            weights += weight;
        }
        double expected = sum / weights;
        double sameTime = 0;
        int days = 0;
        for (int day = 1; day <= 7; day++) {
            Instant from = start.minus(DAY.multipliedBy(day)).minus(HOUR);
            if (!from.isBefore(quarter(since))) {
                sameTime += between(items, from, from.plus(HOUR.multipliedBy(3))) / 3.0;
                days++;
            }
        }
        if (days > 0) {
            expected = Math.max(expected, sameTime / days);
        }
        return 2 * (Math.sqrt(came + 0.375) - Math.sqrt(expected + 0.375)) / Math.sqrt(1 + 0.3 * expected);
    }

    private static Instant orEpoch(@Nullable Instant time) {
        return time == null ? Instant.EPOCH : time;
    }
}

package org.copyflow.index.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.backtest.BackTestReport.Because;
import org.copyflow.index.backtest.BackTestReport.Day;
import org.copyflow.index.backtest.BackTestReport.Events;
import org.copyflow.index.backtest.BackTestReport.Seen;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.Reason;
import org.jspecify.annotations.Nullable;

/// Counts the events of one back-test. Not thread-safe.
final class BackTestTally {

    private final Filter filter;
    private final int shown;
    private final Set<String> articles = new HashSet<>();
    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private final Map<Reason, Integer> reasons = new HashMap<>();
    private final Deque<Seen> latest = new ArrayDeque<>();
    private Events events = new Events(0, 0, 0);

    /// @param shown how many events to keep
    BackTestTally(Filter filter, int shown) {
        this.filter = filter;
        this.shown = shown;
    }

    /// @param event as the filter's subscriber sees it
    void count(TopicEvent event) {
        events = events.and(event.change());
        if (event.change() == Change.ADDED) {
            articles.add(event.article().id());
        }
        days.merge(event.at().atZone(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum);
        List<Reason> because = filter.because(followed(event));
        because.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        latest.addFirst(new Seen(event, because));
        if (latest.size() > shown) {
            latest.removeLast();
        }
    }

    /// @param since from when on, where it began at a time
    /// @param next how far it came, where that is not all
    BackTestReport report(@Nullable Instant since, @Nullable Cursor next, boolean gap) {
        return new BackTestReport(
                since,
                next == null,
                next == null ? null : next.toString(),
                gap,
                articles.size(),
                events,
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                reasons.entrySet().stream()
                        .map(reason -> new Because(
                                reason.getKey().part(), reason.getKey().value(), reason.getValue()))
                        .sorted(Comparator.comparingInt((Because because) -> -because.events())
                                .thenComparing(Because::part)
                                .thenComparing(Because::value))
                        .toList(),
                List.copyOf(latest));
    }

    /// What the subscriber had of it, where the event takes it away.
    private static ArticleCard followed(TopicEvent event) {
        return event.change() == Change.REMOVED
                ? Objects.requireNonNullElse(event.previous(), event.article())
                : event.article();
    }
}

package org.copyflow.index.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.filter.Reason;
import org.jspecify.annotations.Nullable;

/// What a filter would have let through.
///
/// @param since from when on
/// @param complete whether all was read up to now
/// @param next goes on from here as `after`, where not all was read
/// @param gap whether the feed is not kept so far back
/// @param articles how many articles came to be followed, each once
/// @param events how many of each kind
/// @param days how many on each day that has any, UTC
/// @param because what of the filter let them through, most often first; empty where it asks for nothing in particular
/// @param latest the last of them, the newest first
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BackTestReport(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant since,
        boolean complete,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        boolean gap,
        int articles,
        Events events,
        List<Day> days,
        List<Because> because,
        List<Seen> latest) {

    public BackTestReport {
        days = List.copyOf(days);
        because = List.copyOf(because);
        latest = List.copyOf(latest);
    }

    public record Events(int added, int updated, int removed) {

        Events and(Change change) {
            return switch (change) {
                case ADDED -> new Events(added + 1, updated, removed);
                case UPDATED -> new Events(added, updated + 1, removed);
                case REMOVED -> new Events(added, updated, removed + 1);
            };
        }
    }

    public record Day(LocalDate day, int events) {}

    public record Because(String part, String value, int events) {}

    /// @param because what of the filter let it through; what it was before, where it was removed
    public record Seen(TopicEvent event, List<Reason> because) {

        public Seen {
            because = List.copyOf(because);
        }
    }
}

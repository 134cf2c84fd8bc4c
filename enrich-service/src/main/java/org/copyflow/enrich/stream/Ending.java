package org.copyflow.enrich.stream;

import java.time.Instant;
import java.util.List;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.events.raw.Outcome;
import org.jspecify.annotations.Nullable;

/// How a raw record left enrichment, or how its hold ended: what is told of it.
///
/// @param articleIds the articles that were published, or withdrawn
/// @param until when a hold ends by itself
/// @param known the place of the raw record that was the newest of the document before; of a hold that gave way, the
///     place of what took its place
/// @param letter why it could not be enriched
record Ending(
        Outcome outcome,
        List<String> articleIds,
        @Nullable Instant until,
        @Nullable String known,
        Departure.@Nullable DeadLettered letter) {

    static Ending of(Departure departure, List<String> articleIds, @Nullable DocumentState state) {
        return new Ending(
                departure.outcome(),
                articleIds,
                departure instanceof Departure.Held held ? held.until() : null,
                state == null || departure instanceof Departure.DeadLettered ? null : state.place(),
                departure instanceof Departure.DeadLettered letter ? letter : null);
    }

    /// A hold ended because its time came.
    static Ending released(List<String> articleIds) {
        return new Ending(Outcome.PUBLISHED, articleIds, null, null, null);
    }

    /// A hold ended because another raw record took its place.
    static Ending gaveWayTo(Origin successor) {
        return new Ending(Outcome.STALE, List.of(), null, successor.place(), null);
    }
}

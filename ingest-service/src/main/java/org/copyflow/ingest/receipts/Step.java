package org.copyflow.ingest.receipts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step on an article's way.
///
/// @param step `accepted`, `held`, `enriched`, `indexed`, `delivered`, `superseded` or `withdrawn`
/// @param at when
/// @param outcome of `enriched`, the word under which it left
/// @param until of `held`, when it leaves by itself; absent where only a newer version ends the hold
/// @param done of `indexed`, how many of the document's articles; of `delivered`, to how many subscribers all was
///     written
/// @param of of `indexed`, how many articles there are; of `delivered`, how many subscribers followed it
/// @param by the receipt of what took its place; of `enriched`, of what stands instead of a stale version or a
///     duplicate
record Step(
        String step,
        @Nullable Instant at,
        @Nullable String outcome,
        @Nullable Instant until,
        @Nullable Integer done,
        @Nullable Integer of,
        @Nullable String by) {

    static Step plain(String step, Instant at) {
        return new Step(step, at, null, null, null, null, null);
    }

    static Step held(Instant at, @Nullable Instant until) {
        return new Step("held", at, null, until, null, null, null);
    }

    /// @param by what stands instead of it; absent for what is neither stale nor a duplicate
    static Step enriched(Instant at, String outcome, @Nullable String by) {
        return new Step("enriched", at, outcome, null, null, null, by);
    }

    /// @param step a step that is made by several, one after the other
    static Step counted(String step, Instant at, int done, int of) {
        return new Step(step, at, null, null, done, of, null);
    }

    /// @param at absent where that is no longer known
    static Step gaveWay(String step, @Nullable Instant at, String by) {
        return new Step(step, at, null, null, null, null, by);
    }
}

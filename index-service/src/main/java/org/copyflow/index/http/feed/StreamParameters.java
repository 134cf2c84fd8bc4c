package org.copyflow.index.http.feed;

import io.javalin.http.Context;
import java.util.function.Predicate;
import org.copyflow.index.access.Admission;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.Parameters;
import org.copyflow.index.http.Problems;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a request says of what it follows, and from where on. A client goes on where it was with `Last-Event-ID`, or
/// `after` in the address where it cannot set headers; a new one begins at a time, `since`, or with the latest events,
/// as many as it asks for with `history`.
final class StreamParameters {

    private static final int DEFAULT_HISTORY = 20;
    private static final int MAX_HISTORY = 1_000;

    private final Predicate<String> isSaved;

    /// @param isSaved whether there is a saved query of this id
    StreamParameters(Predicate<String> isSaved) {
        this.isSaved = isSaved;
    }

    /// @throws org.copyflow.index.filter.BadFilterException where it is none
    Filter filter(Context ctx) {
        Filter asked = FilterReader.requireSaved(FilterReader.read(ctx.queryParamMap()), isSaved);
        return Admission.narrowed(ctx, asked);
    }

    static Start start(Context ctx) {
        return new Start(
                cursor(ctx),
                Parameters.time(ctx, "since"),
                Parameters.number(ctx, "history", DEFAULT_HISTORY, 0, MAX_HISTORY));
    }

    private static @Nullable Cursor cursor(Context ctx) {
        String header = ctx.header("Last-Event-ID");
        String given = header == null || header.isEmpty() ? ctx.queryParam("after") : header;
        try {
            return given == null || given.isEmpty() ? null : Cursor.parse(given);
        } catch (IllegalArgumentException e) {
            throw badCursor(given);
        }
    }

    static ProblemException badCursor(String given) {
        return Problems.badParameter("Last-Event-ID", given, "the id of an event, as it came");
    }
}

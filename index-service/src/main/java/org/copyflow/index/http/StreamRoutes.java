package org.copyflow.index.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import org.copyflow.index.live.Cursor;
import org.copyflow.index.live.Interest;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Streams as server-sent events. A client goes on where it was with `Last-Event-ID`, or `after` in the address where
/// it cannot set headers; a new one begins with the latest events, as many as it asks for with `history`.
final class StreamRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);
    private static final int DEFAULT_HISTORY = 20;
    private static final int MAX_HISTORY = 1_000;

    private final EventStreams streams;

    StreamRoutes(EventStreams streams) {
        this.streams = streams;
    }

    /// The events of one topic.
    void topic(Context ctx) {
        serve(ctx, new Interest.Topic(ctx.pathParam("id")));
    }

    /// Every article once: the events of all sources.
    void all(Context ctx) {
        serve(ctx, new Interest.Kind(TopicsOf.SOURCE));
    }

    private void serve(Context ctx, Interest interest) {
        Cursor after = cursor(ctx);
        int latest = Parameters.number(ctx, "history", DEFAULT_HISTORY, 0, MAX_HISTORY);
        try {
            if (ctx.method().equals(HandlerType.HEAD)) {
                streams.check(interest, after, latest);
                describe(ctx);
            } else {
                streams.serve(interest, after, latest, () -> open(ctx));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("the reader of {} left", ctx.path(), e);
        }
    }

    /// Past Javalin's own stream, which would compress and so hold events back.
    private static OutputStream open(Context ctx) throws IOException {
        describe(ctx);
        return ctx.res().getOutputStream();
    }

    private static void describe(Context ctx) {
        ctx.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
    }

    private static @Nullable Cursor cursor(Context ctx) {
        String header = ctx.header("Last-Event-ID");
        String given = header == null || header.isEmpty() ? ctx.queryParam("after") : header;
        try {
            return given == null || given.isEmpty() ? null : Cursor.parse(given);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("Last-Event-ID", given, "the id of an event, as it came");
        }
    }
}

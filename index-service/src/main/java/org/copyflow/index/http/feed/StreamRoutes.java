package org.copyflow.index.http.feed;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import org.copyflow.index.access.Admission;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.live.Interest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Streams as server-sent events.
final class StreamRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);

    private final EventStreams streams;
    private final StreamParameters parameters;

    StreamRoutes(EventStreams streams, StreamParameters parameters) {
        this.streams = streams;
        this.parameters = parameters;
    }

    /// The events of one topic.
    void topic(Context ctx) {
        serve(ctx, new Interest.Topic(ctx.pathParam("id")));
    }

    /// The articles that a filter takes; every article once where there is none.
    void filtered(Context ctx) {
        Filter filter = parameters.filter(ctx);
        serve(ctx, new Interest.Filtered(filter));
    }

    private void serve(Context ctx, Interest interest) {
        Start start = StreamParameters.start(ctx);
        try {
            if (ctx.method().equals(HandlerType.HEAD)) {
                streams.check(interest, start);
                describe(ctx);
            } else {
                streams.serve(interest, start, new Response(ctx, Admission.of(ctx)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("the reader of {} left", ctx.path(), e);
        }
    }

    private record Response(Context ctx, @Nullable Admission admission) implements EventStreams.Answer {

        /// Past Javalin's own stream, which would compress and so hold events back.
        @Override
        public OutputStream open() throws IOException {
            describe(ctx);
            return ctx.res().getOutputStream();
        }
    }

    private static void describe(Context ctx) {
        ctx.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
    }
}

package org.copyflow.index.http.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.http.JsonAnswer;
import org.copyflow.index.http.Parameters;
import org.jspecify.annotations.Nullable;

/// Changes page by page, for those who ask again and again: the same events and cursors as the stream's.
final class ChangeRoutes {

    private static final int DEFAULT_EVENTS = 100;
    private static final int MAX_EVENTS = 1_000;

    private final EventStreams streams;
    private final StreamParameters parameters;

    /// @param next sent back as `after` for what follows
    /// @param more whether something follows already
    /// @param gap what is missing before these events
    private record Changes(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<TopicEvent> events,
            String next,
            boolean more,
            @Nullable Map<String, String> gap) {}

    ChangeRoutes(EventStreams streams, StreamParameters parameters) {
        this.streams = streams;
        this.parameters = parameters;
    }

    void page(Context ctx) throws InterruptedException {
        int limit = Parameters.number(ctx, "limit", DEFAULT_EVENTS, 1, MAX_EVENTS);
        EventStreams.Page page = streams.page(parameters.filter(ctx), StreamParameters.start(ctx), limit);
        Gap gap = page.gap();
        JsonAnswer.send(
                ctx,
                new Changes(
                        page.stretch().events().stream().map(SeenEvent::event).toList(),
                        page.stretch().reached().toString(),
                        page.more(),
                        gap == null ? null : Map.of("reason", gap.word(), "says", gap.says())));
    }
}

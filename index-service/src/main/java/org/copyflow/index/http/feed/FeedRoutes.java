package org.copyflow.index.http.feed;

import java.util.stream.Stream;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.Routes;

/// The routes that tell what happens, a line each.
public final class FeedRoutes {

    private final StreamRoutes streams;
    private final ChangeRoutes changes;

    public FeedRoutes(EventStreams eventStreams) {
        streams = new StreamRoutes(eventStreams);
        changes = new ChangeRoutes(eventStreams);
    }

    public void addTo(Routes routes) {
        routes.get("/v1/topics/{id}/stream", streams::topic, "history", "after");
        routes.get("/v1/stream", streams::filtered, filterAnd("history", "after", "since"));
        routes.get("/v1/changes", changes::page, filterAnd("history", "after", "since", "limit"));
    }

    private static String[] filterAnd(String... others) {
        return Stream.concat(FilterReader.PARTS.stream(), Stream.of(others)).toArray(String[]::new);
    }
}

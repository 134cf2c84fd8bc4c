package org.copyflow.index.http.feed;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.Routes;

/// The routes that tell what happens, a line each.
public final class FeedRoutes {

    private final StreamRoutes streams;
    private final ChangeRoutes changes;

    /// @param isSaved whether there is a saved query of this id
    public FeedRoutes(EventStreams eventStreams, Predicate<String> isSaved) {
        var parameters = new StreamParameters(isSaved);
        streams = new StreamRoutes(eventStreams, parameters);
        changes = new ChangeRoutes(eventStreams, parameters);
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

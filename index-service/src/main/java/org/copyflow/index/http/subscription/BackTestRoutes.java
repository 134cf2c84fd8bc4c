package org.copyflow.index.http.subscription;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.copyflow.index.backtest.BackTest;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.http.JsonAnswer;
import org.copyflow.index.http.Routes;
import org.copyflow.index.live.Subscribers;

/// What a filter would have let through, and why.
public final class BackTestRoutes {

    private static final int DEFAULT_DAYS = 7;
    private static final int MAX_DAYS = 366;
    private static final int DEFAULT_SHOWN = 20;
    private static final int MAX_SHOWN = 200;

    private final BackTest test;
    private final Subscribers subscribers;
    private final InstantSource clock;

    public BackTestRoutes(BackTest test, Subscribers subscribers, InstantSource clock) {
        this.test = test;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.post("/v1/subscriptions:test", this::run);
    }

    /// `filter` (nothing: everything); `days`, or `since`, or `after`; `limit`, how many events to show.
    private void run(Context ctx) {
        var body = SubscriptionBody.of(ctx, List.of("filter", "days", "since", "after", "limit"));
        int days = body.number("days", DEFAULT_DAYS, 1, MAX_DAYS);
        int shown = body.number("limit", DEFAULT_SHOWN, 0, MAX_SHOWN);
        Instant given = body.since();
        Instant since = given == null ? clock.instant().minus(Duration.ofDays(days)) : given;
        Cursor after = body.after();
        Cursor position = subscribers.position();
        if (after != null && !after.isOf(position.feed())) {
            throw SubscriptionBody.bad("after is a cursor of another feed. Begin at a time, with since or days.");
        }
        JsonAnswer.send(ctx, test.run(FilterReader.read(body.filter()), after, since, position, shown));
    }
}

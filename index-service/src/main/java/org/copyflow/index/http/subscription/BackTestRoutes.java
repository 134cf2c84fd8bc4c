package org.copyflow.index.http.subscription;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.copyflow.index.access.Admission;
import org.copyflow.index.backtest.BackTest;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.http.JsonAnswer;
import org.copyflow.index.http.Routes;
import org.copyflow.index.live.Subscribers;

/// What a filter would have let through, and why.
public final class BackTestRoutes {

    private static final int DEFAULT_DAYS = 7;
    private static final int MAX_DAYS = 366;
    private static final int DEFAULT_SHOWN = 20;
    private static final int MAX_SHOWN = 200;
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);

    private final BackTest test;
    private final Subscribers subscribers;
    private final Predicate<String> isSaved;
    private final InstantSource clock;

    /// @param isSaved whether there is a saved query of this id
    public BackTestRoutes(BackTest test, Subscribers subscribers, Predicate<String> isSaved, InstantSource clock) {
        this.test = test;
        this.subscribers = subscribers;
        this.isSaved = isSaved;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.post("/v1/subscriptions:test", this::run);
    }

    /// `filter` (nothing: everything); `days`, or `since`, or `after`; `limit`, how many events to show.
    private void run(Context ctx) throws InterruptedException {
        var body = SubscriptionBody.of(ctx, List.of("filter", "days", "since", "after", "limit"));
        int days = body.number("days", DEFAULT_DAYS, 1, MAX_DAYS);
        int shown = body.number("limit", DEFAULT_SHOWN, 0, MAX_SHOWN);
        Instant given = body.since();
        Instant since = given == null ? clock.instant().minus(Duration.ofDays(days)) : given;
        Cursor after = body.after();
        Filter filter = Admission.narrowed(ctx, body.readFilter(isSaved));
        if (after != null && !subscribers.awaitKnown(after, KNOWN_WITHIN)) {
            throw SubscriptionBody.bad("after is a cursor of another feed. Begin at a time, with since or days.");
        }
        JsonAnswer.send(ctx, test.run(filter, after, since, subscribers.position(), shown));
    }
}

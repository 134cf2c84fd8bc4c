package org.copyflow.index.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import org.copyflow.index.access.Admission;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FakeFeedLog;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.live.Deliveries;
import org.copyflow.index.live.Interest;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.query.FakeTopics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A stream's place is free again, however the stream ended.
class StreamPlacesTest {

    private static final Start AFTER = new Start(Cursor.parse("0--1"), null, 0);
    private static final Start LATEST = new Start(null, null, 1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Withdrawals withdrawals = new Withdrawals();
    private final Subscribers subscribers = new Subscribers(
            new Subscribers.Limits(2, 3, 4), new Deliveries(InstantSource.system()), withdrawals, registry);
    private final EventStreams streams = new EventStreams(
            new FakeTopics(),
            subscribers,
            new FakeFeedLog(withdrawals),
            new EventStreams.Limits(6, Duration.ofMillis(200), Duration.ofSeconds(15)));

    /// To a client that is gone.
    private static final class Gone implements EventStreams.Answer {

        @Override
        public OutputStream open() throws IOException {
            throw new IOException("the client is gone");
        }

        @Override
        public @Nullable Admission admission() {
            return null;
        }
    }

    @BeforeEach
    void ready() {
        subscribers.startAt(0, -1);
        subscribers.ready();
    }

    @Test
    void keepsNoPlaceForAClientThatIsGoneBeforeItsStreamBegins() {
        for (Start start : new Start[] {AFTER, LATEST}) {
            assertThatThrownBy(() -> streams.serve(new Interest.Filtered(Filter.ALL), start, new Gone()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the client is gone");
        }

        assertThat(registry.get("copyflow.index.subscribers").gauge().value()).isZero();
    }
}

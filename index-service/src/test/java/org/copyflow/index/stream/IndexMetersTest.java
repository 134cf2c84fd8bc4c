package org.copyflow.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.harbour;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.Test;

class IndexMetersTest {

    private static final TopicRef TOPIC = new TopicRef("source:agency", "agency", "source");

    @Test
    void measuresAnArticleThatClaimsToBeOfAnotherAge() {
        var registry = new SimpleMeterRegistry();
        var meters = new IndexMeters(registry);

        meters.viewed(new TopicEvent(TOPIC, Change.ADDED, NOON, CardOf.of(harbour("a1")), null), Instant.MAX);
        meters.viewed(new TopicEvent(TOPIC, Change.ADDED, NOON, CardOf.of(harbour("a1")), null), Instant.MIN);

        var latency = registry.get("copyflow.index.latency").timer();
        assertThat(latency.count()).isEqualTo(2);
        assertThat(latency.max(TimeUnit.DAYS)).isEqualTo(365.0);
    }
}

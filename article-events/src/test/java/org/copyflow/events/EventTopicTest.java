package org.copyflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.events.catalogue.EventTopics;
import org.junit.jupiter.api.Test;

class EventTopicTest {

    /// Else an index that catches up writes events that are a month old as soon as they are written.
    @Test
    void keepsWhatTheIndexSaysFromWhenItWasSaid() {
        for (var topic : List.of(EventTopics.TOPICS_FEED, EventTopics.ARTICLES_DIGESTS)) {
            assertThat(topic.config())
                    .containsEntry("cleanup.policy", "delete")
                    .containsKey("retention.ms")
                    .containsEntry("message.timestamp.type", "LogAppendTime");
        }
        assertThat(EventTopics.ARTICLES_RAW.config())
                .containsEntry("retention.ms", "2592000000")
                .doesNotContainKey("message.timestamp.type");
        assertThat(EventTopics.STORIES.config()).containsOnlyKeys("cleanup.policy");
    }
}

package org.copyflow.index.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.TopicCounts;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;

/// Forgets topics that have held nothing for as long as the feed keeps events. How far the stores follow the feed is
/// known from the topics that are left, so that of the last event stays.
final class EmptyTopics {

    static final Duration KEPT = EventTopics.TOPICS_FEED.retention();
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final int MOST_A_LOOK = 100;

    private final KeyValueStore<String, TopicState> topics;
    private final KeyValueStore<Bytes, byte[]> history;
    private final KeyValueStore<Bytes, byte[]> counts;
    private final KeyValueStore<Integer, Long> coverage;
    private final int partition;

    /// Topic id → since when it is empty.
    private final Map<String, Long> empty = new HashMap<>();

    EmptyTopics(ProcessorContext<String, Object> context) {
        topics = context.getStateStore(IndexStores.TOPICS);
        history = context.getStateStore(IndexStores.TOPIC_HISTORY);
        counts = context.getStateStore(IndexStores.TOPIC_COUNTS);
        coverage = context.getStateStore(IndexStores.COVERAGE);
        partition = context.taskId().partition();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    void changed(String topicId, TopicState state) {
        if (state.articles() == 0) {
            empty.put(topicId, state.updatedAt().toEpochMilli());
        } else {
            empty.remove(topicId);
        }
    }

    private void look(long now) {
        List<String> due = empty.entrySet().stream()
                .filter(topic -> topic.getValue() < now - KEPT.toMillis())
                .map(Map.Entry::getKey)
                .limit(MOST_A_LOOK)
                .toList();
        due.forEach(this::forget);
    }

    private void forget(String topicId) {
        TopicState state = topics.get(topicId);
        if (state.published() && state.history().latest() < coverage.get(partition)) {
            TopicEvents.forget(history, topicId, state.history());
            TopicCounts.forget(counts, topicId);
            topics.put(topicId, null);
            empty.remove(topicId);
        }
    }
}

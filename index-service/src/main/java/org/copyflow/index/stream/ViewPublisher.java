package org.copyflow.index.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicCards;
import org.copyflow.index.store.TopicCounts;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.times.Trend;

/// Publishes the views of the topics that changed, each once an interval at most and in the order in which they did; a
/// topic that holds nothing any more as a tombstone. Where there is no time for all, views wait for their turn and say
/// more at once. A trend fades although nothing happens: every minute the trending topics are looked at, and those
/// published anew whose score has changed by a good deal. Topics are forgotten there beyond [#MAX_TRENDING].
final class ViewPublisher {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final int LOOKS_AN_INTERVAL = 10;
    private static final int MAX_TRENDING = 10_000;
    private static final double GOOD_DEAL = 0.5;

    private final IndexLimits limits;
    private final PublishPace pace;
    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, TopicState> topics;
    private final KeyValueStore<Bytes, KeptCard> cards;
    private final KeyValueStore<Bytes, byte[]> counts;

    /// Topic id → when it is to be published, the first to be first.
    private final Map<String, Long> unpublished = new LinkedHashMap<>();

    /// The scores of the views as published.
    private final Map<String, Double> trending = new HashMap<>();

    ViewPublisher(IndexLimits limits, PublishPace pace, ProcessorContext<String, Object> context) {
        this.limits = limits;
        this.pace = pace;
        this.context = context;
        topics = context.getStateStore(IndexStores.TOPICS);
        cards = context.getStateStore(IndexStores.TOPIC_ARTICLES);
        counts = context.getStateStore(IndexStores.TOPIC_COUNTS);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::fade);
        context.schedule(
                limits.publishEvery().dividedBy(LOOKS_AN_INTERVAL), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    void changed(String topicId) {
        unpublished.putIfAbsent(
                topicId, context.currentSystemTimeMs() + limits.publishEvery().toMillis());
    }

    /// Takes up where the task stopped.
    void recover(String topicId, TopicState state) {
        if (!state.published()) {
            unpublished.put(topicId, context.currentSystemTimeMs());
        }
        remember(topicId, state.trend());
    }

    private void publish(long now) {
        var due = unpublished.entrySet().iterator();
        while (due.hasNext()) {
            var next = due.next();
            if (next.getValue() > now || !pace.run(() -> publish(next.getKey(), now))) {
                return;
            }
            due.remove();
        }
    }

    private void publish(String topicId, long now) {
        TopicState state = topics.get(topicId);
        TopicView view = ViewOf.of(
                state,
                TopicCards.page(cards, topicId, null, limits.countedPerView()),
                TopicCards.oldest(cards, topicId),
                TopicCounts.timeline(counts, topicId, Instant.ofEpochMilli(now), limits.timelineDays()),
                limits);
        context.forward(new Record<>(topicId, state.articles() == 0 ? null : view, now), IndexTopology.PUBLISHED);
        topics.put(topicId, state.publishedAs(view));
        remember(topicId, view.trend());
    }

    private void remember(String topicId, double score) {
        if (score == 0) {
            trending.remove(topicId);
        } else if (trending.size() < MAX_TRENDING || trending.containsKey(topicId)) {
            trending.put(topicId, score);
        }
    }

    private void fade(long now) {
        trending.forEach((topicId, published) -> {
            Trend trend = Trend.of(TopicCounts.timeline(counts, topicId, Instant.ofEpochMilli(now), Trend.DAYS));
            if (trend.score() == 0 || Math.abs(trend.score() - published) >= GOOD_DEAL) {
                unpublished.putIfAbsent(topicId, now);
            }
        });
    }
}

package org.copyflow.index.stream;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.RawPlace;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicCards;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Keeps what the feed's events add up to: each topic's totals, its newest cards, its latest events. Every so often
/// it publishes the views of the topics that changed since; a topic that holds nothing any more is published as a
/// tombstone. Of each article that entered or left it tells the raw record that brought it. An event that was seen
/// before changes nothing.
@NullUnmarked // Kafka sets the fields in init and takes null for a tombstone
final class ViewProcessor implements Processor<String, TopicEvent, String, Object> {

    private final IndexLimits limits;
    private final IndexMeters meters;
    private final Set<String> unpublished = new LinkedHashSet<>();
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, TopicState> topics;
    private KeyValueStore<Bytes, KeptCard> cards;
    private KeyValueStore<Bytes, TopicEvent> history;
    private KeyValueStore<Integer, Long> coverage;

    ViewProcessor(IndexLimits limits, IndexMeters meters) {
        this.limits = limits;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        topics = given.getStateStore(IndexStores.TOPICS);
        cards = given.getStateStore(IndexStores.TOPIC_ARTICLES);
        history = given.getStateStore(IndexStores.TOPIC_HISTORY);
        coverage = given.getStateStore(IndexStores.COVERAGE);
        recover();
        given.schedule(limits.publishEvery(), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, TopicEvent> record) {
        TopicEvent event = record.value();
        RecordMetadata at = context.recordMetadata().orElseThrow();
        TopicState before = topics.get(record.key());
        if (before == null) {
            before = TopicState.empty(event.topic());
        }
        if (at.offset() > before.history().latest()) {
            topics.put(record.key(), apply(before, event, at.offset()));
            unpublished.add(record.key());
            meters.viewed(event, Instant.ofEpochMilli(context.currentSystemTimeMs()));
            tell(event, RawPlace.originOf(record.headers()));
        }
        coverage.put(at.partition(), at.offset());
    }

    /// Every article is in exactly one topic of its source: that event stands for the article.
    private void tell(TopicEvent event, @Nullable RawPlace origin) {
        if (origin != null && event.topic().kind().equals(TopicsOf.SOURCE)) {
            long now = context.currentSystemTimeMs();
            var indexed = new ArticleIndexed(
                    event.article().id(),
                    origin.partition(),
                    origin.offset(),
                    event.change() != TopicEvent.Change.REMOVED,
                    event.article().receivedAt(),
                    Instant.ofEpochMilli(now));
            String documentId = DocumentIds.documentOf(event.article().id());
            context.forward(new Record<>(documentId, indexed, now), IndexTopology.INDEXED);
        }
    }

    private TopicState apply(TopicState before, TopicEvent event, long offset) {
        long gained = switch (event.change()) {
            case ADDED -> 1;
            case UPDATED -> 0;
            case REMOVED -> -1;
        };
        long articles = before.articles() + gained;
        return new TopicState(
                before.topic(),
                articles,
                TopicCards.apply(cards, before.cards(), event, limits.articlesPerTopic())
                        .of(articles),
                TopicEvents.append(history, before.history(), event, offset, limits.historyPerTopic()),
                event.at(),
                false);
    }

    private void publish(long now) {
        for (String topicId : unpublished) {
            TopicState state = topics.get(topicId);
            List<KeptCard> newest = TopicCards.page(cards, topicId, null, limits.countedPerView());
            TopicView view = ViewOf.of(state, newest, limits);
            context.forward(new Record<>(topicId, state.articles() == 0 ? null : view, now), IndexTopology.PUBLISHED);
            topics.put(topicId, state.publishedAs(view.topic().name()));
        }
        unpublished.clear();
    }

    /// Finds what was not published when the task last stopped, and how far the stores follow the feed.
    private void recover() {
        unpublished.clear();
        long latest = TopicState.NO_OFFSET;
        try (KeyValueIterator<String, TopicState> all = topics.all()) {
            while (all.hasNext()) {
                KeyValue<String, TopicState> next = all.next();
                latest = Math.max(latest, next.value.history().latest());
                if (!next.value.published()) {
                    unpublished.add(next.key);
                }
            }
        }
        coverage.put(context.taskId().partition(), latest);
    }
}

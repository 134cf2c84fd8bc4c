package org.copyflow.index.stream;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
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
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicCards;
import org.copyflow.index.store.TopicCounts;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Keeps what the feed's events add up to: each topic's totals, its newest cards, when its articles are from, its
/// latest events. [ViewPublisher] publishes the views of the topics that changed. Of each article that entered or left
/// it tells the raw record that brought it. An event that was seen before changes nothing.
@NullUnmarked // Kafka sets the fields in init and takes null for a tombstone
final class ViewProcessor implements Processor<String, byte[], String, Object> {

    private final IndexLimits limits;
    private final PublishPace pace;
    private final IndexMeters meters;
    private final FeedJson json = new FeedJson();
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, TopicState> topics;
    private KeyValueStore<Bytes, KeptCard> cards;
    private KeyValueStore<Bytes, byte[]> history;
    private KeyValueStore<Bytes, byte[]> counts;
    private KeyValueStore<Integer, Long> coverage;
    private EmptyTopics empty;
    private ViewPublisher publisher;
    private boolean counting;

    ViewProcessor(IndexLimits limits, PublishPace pace, IndexMeters meters) {
        this.limits = limits;
        this.pace = pace;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        topics = given.getStateStore(IndexStores.TOPICS);
        cards = given.getStateStore(IndexStores.TOPIC_ARTICLES);
        history = given.getStateStore(IndexStores.TOPIC_HISTORY);
        counts = given.getStateStore(IndexStores.TOPIC_COUNTS);
        coverage = given.getStateStore(IndexStores.COVERAGE);
        empty = new EmptyTopics(given);
        publisher = new ViewPublisher(limits, pace, given);
        counting = TopicCounts.since(counts) != null;
        recover();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        FeedJson.Read read = json.read(record.value());
        TopicEvent event = read.event();
        RecordMetadata at = context.recordMetadata().orElseThrow();
        TopicState before = topics.get(record.key());
        if (before == null) {
            before = TopicState.empty(event.topic(), TopicEvents.forgotten(history));
        }
        if (at.offset() > before.history().latest()) {
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            TopicState after = apply(before, read, at.offset());
            topics.put(record.key(), after);
            empty.changed(record.key(), after);
            count(event, now);
            publisher.changed(record.key());
            meters.viewed(event, now);
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

    private void count(TopicEvent event, Instant now) {
        if (!counting) {
            TopicCounts.begin(counts, now);
            counting = true;
        }
        TopicCounts.apply(counts, event, now, limits.timelineDays());
    }

    private TopicState apply(TopicState before, FeedJson.Read read, long offset) {
        TopicEvent event = read.event();
        long gained = switch (event.change()) {
            case ADDED -> 1;
            case UPDATED -> 0;
            case REMOVED -> -1;
        };
        long articles = before.articles() + gained;
        return new TopicState(
                before.topic(),
                articles,
                TopicCards.apply(cards, before.cards(), read, limits.articlesPerTopic())
                        .of(articles),
                TopicEvents.append(history, before.history(), read, offset, limits.historyPerTopic()),
                event.at(),
                false,
                before.trend());
    }

    /// Finds what was not published when the task last stopped, and how far the stores follow the feed.
    private void recover() {
        long latest = TopicState.NO_OFFSET;
        try (KeyValueIterator<String, TopicState> all = topics.all()) {
            while (all.hasNext()) {
                KeyValue<String, TopicState> next = all.next();
                latest = Math.max(latest, next.value.history().latest());
                publisher.recover(next.key, next.value);
                empty.changed(next.key, next.value);
            }
        }
        coverage.put(context.taskId().partition(), latest);
    }
}

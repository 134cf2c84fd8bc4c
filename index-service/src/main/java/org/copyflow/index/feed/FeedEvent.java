package org.copyflow.index.feed;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.RawPlace;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// An event and where it stands on the feed. What is sent of it is made once, whoever it is sent to. Thread-safe.
///
/// Subscribers may see it differently: a correction that takes an article out of what one follows is a removal to that
/// one.
public final class FeedEvent {

    /// How the ids of the topics begin in exactly one of which every article is.
    public static final String SOURCES = TopicsOf.SOURCE + ':';

    private final int partition;
    private final long offset;
    private final TopicEvent event;
    private final @Nullable RawPlace origin;
    private final Cursor cursor;
    private final SeenEvent asItIs;
    private volatile @Nullable SeenEvent asAdded;
    private volatile @Nullable SeenEvent asRemoved;

    /// @param json the event as it stands on the feed, one line
    /// @param origin the raw record that brought it about, where that is known
    /// @param cursor how far somebody has come who has everything up to this event
    public FeedEvent(
            int partition, long offset, TopicEvent event, String json, @Nullable RawPlace origin, Cursor cursor) {
        this.partition = partition;
        this.offset = offset;
        this.event = event;
        this.origin = origin;
        this.cursor = cursor;
        asItIs = new SeenEvent(this, event, json);
    }

    /// @param cursor how far somebody has come who has everything up to this record
    /// @throws SerializationException where the record's value is no event
    public static FeedEvent read(ConsumerRecord<String, byte[]> record, Cursor cursor) {
        return new FeedEvent(
                record.partition(),
                record.offset(),
                EventTopics.TOPICS_FEED.valueSerde().deserializer().deserialize(record.topic(), record.value()),
                new String(record.value(), StandardCharsets.UTF_8),
                RawPlace.originOf(record.headers()),
                cursor);
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public TopicEvent event() {
        return event;
    }

    public @Nullable RawPlace origin() {
        return origin;
    }

    public Cursor cursor() {
        return cursor;
    }

    /// The event as one sees it to whom it is this change.
    public SeenEvent as(Change change) {
        if (change == event.change()) {
            return asItIs;
        }
        return switch (change) {
            case ADDED -> {
                SeenEvent made = asAdded == null ? seen(change, event.article()) : asAdded;
                asAdded = made;
                yield made;
            }
            case REMOVED -> {
                ArticleCard gone = Objects.requireNonNullElse(event.previous(), event.article());
                SeenEvent made = asRemoved == null ? seen(change, gone.withoutContent()) : asRemoved;
                asRemoved = made;
                yield made;
            }
            case UPDATED -> throw new IllegalArgumentException("%s cannot be an update".formatted(event.change()));
        };
    }

    /// The same event of an article that was withdrawn since: nothing of what the article said is in it.
    FeedEvent withoutContent() {
        ArticleCard previous = event.previous();
        var bare = new TopicEvent(
                event.topic(),
                event.change(),
                event.at(),
                event.article().withoutContent(),
                previous == null ? null : previous.withoutContent());
        return new FeedEvent(partition, offset, bare, json(bare), origin, cursor);
    }

    private SeenEvent seen(Change change, ArticleCard article) {
        var made = new TopicEvent(event.topic(), change, event.at(), article, null);
        return new SeenEvent(this, made, json(made));
    }

    private static String json(TopicEvent event) {
        return EventJson.mapper().writeValueAsString(event);
    }
}

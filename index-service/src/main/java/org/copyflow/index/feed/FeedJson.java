package org.copyflow.index.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.jspecify.annotations.Nullable;

/// The JSON of the feed's events. An article has an event in each of its topics, one after the other, and their cards
/// are most of their JSON: it is written, or read, once for all that follow each other with the same. One thread.
public final class FeedJson {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final JsonSerde<Head> HEADS = new JsonSerde<>(Head.class);
    private static final JsonSerde<ArticleCard> CARDS = new JsonSerde<>(ArticleCard.class);
    private static final byte[] ARTICLE = ascii(",\"article\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":");
    private static final byte[] END = ascii("}");

    private @Nullable Tail last;

    /// An event that was read.
    ///
    /// @param json as it stands on the feed
    /// @param card the JSON of its article's card
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Read(TopicEvent event, byte[] json, byte[] card) {}

    /// The first fields of a [TopicEvent].
    private record Head(TopicRef topic, Change change, Instant at) {}

    /// The others.
    ///
    /// @param json from the comma before them to the end
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tail(ArticleCard article, @Nullable ArticleCard previous, byte[] card, byte[] json) {

        static Tail of(TopicEvent event) {
            byte[] card = FeedJson.json(event.article());
            byte[] json = event.previous() == null
                    ? concat(ARTICLE, card, END)
                    : concat(ARTICLE, card, PREVIOUS, FeedJson.json(event.previous()), END);
            return new Tail(event.article(), event.previous(), card, json);
        }

        @SuppressWarnings("ReferenceEquality") // an equal card that is another costs time, no more
        boolean isOf(TopicEvent event) {
            return article == event.article() && previous == event.previous();
        }

        boolean ends(byte[] event) {
            int from = event.length - json.length;
            return from > 0 && Arrays.equals(event, from, event.length, json, 0, json.length);
        }
    }

    /// The same bytes as those of the serde of `topics.feed`.
    public byte[] write(TopicEvent event) {
        Tail tail = last;
        if (tail == null || !tail.isOf(event)) {
            tail = Tail.of(event);
            last = tail;
        }
        byte[] head = HEADS.serializer().serialize(TOPIC, new Head(event.topic(), event.change(), event.at()));
        return concat(Arrays.copyOf(head, head.length - END.length), tail.json());
    }

    /// @throws org.apache.kafka.common.errors.SerializationException where the bytes are no event
    public Read read(byte[] json) {
        Tail tail = last;
        if (tail != null && tail.ends(json)) {
            byte[] start = concat(Arrays.copyOf(json, json.length - tail.json().length), END);
            Head head = HEADS.deserializer().deserialize(TOPIC, start);
            var event = new TopicEvent(head.topic(), head.change(), head.at(), tail.article(), tail.previous());
            return new Read(event, json, tail.card());
        }
        TopicEvent event = EventTopics.TOPICS_FEED.valueSerde().deserializer().deserialize(TOPIC, json);
        Tail read = Tail.of(event);
        last = read;
        return new Read(event, json, read.card());
    }

    private static byte[] json(ArticleCard card) {
        return CARDS.serializer().serialize(TOPIC, card);
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

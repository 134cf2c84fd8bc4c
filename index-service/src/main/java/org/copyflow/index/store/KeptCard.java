package org.copyflow.index.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.feed.FeedJson;
import org.jspecify.annotations.Nullable;

/// A card in a topic's list, and what a view counts of it. A view counts hundreds and shows a few: what is counted is
/// read by itself, and the card only when somebody asks for it. One thread at a time.
///
/// As bytes: a 1, then texts and lists of texts in UTF-8, each after its length as a variable-length integer (seven
/// bits a byte, the lowest first), then the card as JSON. Releases before kept all as JSON, which is still read.
public final class KeptCard {

    private static final byte FORMAT = 1;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final JsonSerde<ArticleCard> CARDS = new JsonSerde<>(ArticleCard.class);
    private static final JsonSerde<Json> BEFORE = new JsonSerde<>(Json.class);

    private final Counted counted;
    private final ByteBuffer json;
    private @Nullable ArticleCard card;

    /// What is counted.
    ///
    /// @param topicName what its article calls the topic
    /// @param broader the topics above the topic, as its article says
    /// @param topics all topics that hold the article
    /// @param copy whether the article is a near-duplicate of another
    /// @param figures how many figures the card has
    public record Counted(
            String topicName,
            List<String> broader,
            String source,
            @Nullable String language,
            List<String> people,
            List<String> organisations,
            List<String> topics,
            boolean copy,
            int figures) {}

    /// As it was kept before.
    private record Json(String topicName, ArticleCard card, List<String> broader) {}

    /// @param topicName what its article calls the topic
    /// @param broader the topics above the topic, as its article says
    public KeptCard(String topicName, ArticleCard card, @Nullable List<String> broader) {
        this(topicName, card, broader, CARDS.serializer().serialize("", card));
    }

    private KeptCard(String topicName, ArticleCard card, @Nullable List<String> broader, byte[] json) {
        this.card = card;
        this.json = ByteBuffer.wrap(json);
        counted = new Counted(
                topicName,
                broader == null ? List.of() : List.copyOf(broader),
                card.source(),
                card.language(),
                card.people(),
                card.organisations(),
                card.topics(),
                card.duplicateOf() != null,
                card.figures().size());
    }

    private KeptCard(Counted counted, ByteBuffer json) {
        this.counted = counted;
        this.json = json;
    }

    /// The card that an event brings. Which saved queries find it is not said in lists.
    static KeptCard of(FeedJson.Read read) {
        TopicRef topic = read.event().topic();
        ArticleCard card = read.event().article();
        return card.queries().isEmpty()
                ? new KeptCard(topic.name(), card, topic.broader(), read.card())
                : new KeptCard(topic.name(), card.foundBy(List.of()), topic.broader());
    }

    public Counted counted() {
        return counted;
    }

    public ArticleCard card() {
        ArticleCard read = card;
        if (read == null) {
            byte[] bytes = new byte[json.remaining()];
            json.get(json.position(), bytes);
            read = CARDS.deserializer().deserialize("", bytes);
            card = read;
        }
        return Objects.requireNonNull(read);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptCard kept && counted.equals(kept.counted) && json.equals(kept.json);
    }

    @Override
    public int hashCode() {
        return 31 * counted.hashCode() + json.hashCode();
    }

    @Override
    public String toString() {
        return counted.topicName() + ' ' + card();
    }

    /// How a store keeps it.
    static Serde<KeptCard> serde() {
        return new Format();
    }

    private static final class Format implements Serde<KeptCard> {

        @Override
        public Serializer<KeptCard> serializer() {
            return (_, kept) -> kept == null ? null : new Writing().bytes(kept);
        }

        @Override
        public Deserializer<KeptCard> deserializer() {
            return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
        }

        private static KeptCard read(String topic, byte[] bytes) {
            if (bytes[0] == FORMAT) {
                return new Reading(bytes).kept();
            }
            Json before = BEFORE.deserializer().deserialize(topic, bytes);
            return new KeptCard(before.topicName(), before.card(), before.broader());
        }
    }

    private static final class Writing {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(2_048);

        byte[] bytes(KeptCard kept) {
            Counted counted = kept.counted;
            out.write(FORMAT);
            text(counted.topicName());
            texts(counted.broader());
            text(counted.source());
            text(counted.language() == null ? "" : counted.language());
            texts(counted.people());
            texts(counted.organisations());
            texts(counted.topics());
            number(counted.copy() ? 1 : 0);
            number(counted.figures());
            out.write(kept.json.array(), kept.json.position(), kept.json.remaining());
            return out.toByteArray();
        }

        private void texts(List<String> texts) {
            number(texts.size());
            texts.forEach(this::text);
        }

        private void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            out.writeBytes(bytes);
        }

        private void number(int number) {
            int rest = number;
            for (; rest >= MORE; rest >>>= BITS) {
                out.write(rest | MORE);
            }
            out.write(rest);
        }
    }

    private static final class Reading {
        private final byte[] bytes;
        private int at = 1;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        KeptCard kept() {
            String topicName = text();
            List<String> broader = texts();
            String source = text();
            String language = text();
            var counted = new Counted(
                    topicName,
                    broader,
                    source,
                    language.isEmpty() ? null : language,
                    texts(),
                    texts(),
                    texts(),
                    number() == 1,
                    number());
            return new KeptCard(counted, ByteBuffer.wrap(bytes, at, bytes.length - at));
        }

        private List<String> texts() {
            int count = number();
            var texts = new ArrayList<String>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
            return texts;
        }

        private String text() {
            int length = number();
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        private int number() {
            int number = 0;
            for (int shift = 0; ; shift += BITS) {
                int next = bytes[at++];
                number |= (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}

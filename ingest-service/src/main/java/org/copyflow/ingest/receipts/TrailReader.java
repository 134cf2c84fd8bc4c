package org.copyflow.ingest.receipts;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what is told of raw records (`articles.outcomes`, `articles.indexed`, `articles.delivered`) into [Trails].
/// Every instance of ingest reads all of it, so that any of them answers any receipt. Used on one thread.
public final class TrailReader implements TopicFollower.Reader<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(TrailReader.class);
    private static final List<String> TOPICS = Stream.of(
                    EventTopics.ARTICLES_OUTCOMES, EventTopics.ARTICLES_INDEXED, EventTopics.ARTICLES_DELIVERED)
            .map(EventTopic::name)
            .toList();
    private static final int API_TIMEOUT_MS = 5_000;

    private final Trails trails;

    private TrailReader(Trails trails) {
        this.trails = trails;
    }

    /// What keeps the trails up to date.
    public static TopicFollower<byte[]> follower(KafkaSettings kafka, Trails trails) {
        return follower(() -> open(kafka), trails);
    }

    static TopicFollower<byte[]> follower(Supplier<Consumer<String, byte[]>> consumers, Trails trails) {
        return new TopicFollower<>("receipts", TOPICS, consumers, new TrailReader(trails));
    }

    @Override
    public Instant since() {
        return trails.completeSince();
    }

    @Override
    public void read(ConsumerRecord<String, byte[]> record) {
        try {
            add(record.topic(), record.value());
        } catch (SerializationException e) {
            LOG.error("skipped {}-{} at offset {}", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private void add(String topic, byte[] value) {
        if (topic.equals(EventTopics.ARTICLES_OUTCOMES.name())) {
            trails.add(read(EventTopics.ARTICLES_OUTCOMES, value));
        } else if (topic.equals(EventTopics.ARTICLES_INDEXED.name())) {
            trails.add(read(EventTopics.ARTICLES_INDEXED, value));
        } else {
            trails.add(read(EventTopics.ARTICLES_DELIVERED, value));
        }
    }

    private static <V> V read(EventTopic<String, V> topic, byte[] value) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), value);
    }

    private static Consumer<String, byte[]> open(KafkaSettings kafka) {
        var config = kafka.consumer("copyflow-ingest-receipts");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

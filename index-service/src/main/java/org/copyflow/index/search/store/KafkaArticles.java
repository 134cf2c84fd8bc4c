package org.copyflow.index.search.store;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicId;

/// Articles from Kafka.
public final class KafkaArticles implements ArticleSource {

    private static final String CLIENT = "index-search";

    private final KafkaSettings kafka;

    public KafkaArticles(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    @Override
    public Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(kafka.consumer(CLIENT), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public String topicId() {
        return TopicId.of(EventTopics.ARTICLES_ENRICHED.name(), kafka, CLIENT);
    }
}

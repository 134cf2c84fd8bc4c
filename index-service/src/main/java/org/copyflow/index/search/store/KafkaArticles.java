package org.copyflow.index.search.store;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.kafka.KafkaSettings;

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
        String topic = EventTopics.ARTICLES_ENRICHED.name();
        try (Admin admin = Admin.create(kafka.admin(CLIENT))) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .map(description -> description.topicId().toString())
                    .findFirst()
                    .orElseThrow(() -> new KafkaException("there is no " + topic));
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask for the id of " + topic + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

package org.copyflow.index.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicFollower;
import org.jspecify.annotations.Nullable;

/// All webhooks and how far each has come, as Kafka has them. Every instance follows all of it. Thread-safe.
final class WebhookDirectory implements AutoCloseable {

    private static final Instant ALWAYS = Instant.EPOCH;

    private final Map<String, WebhookSubscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, WebhookProgress> progress = new ConcurrentHashMap<>();
    private final TopicFollower<WebhookSubscription> ofSubscriptions;
    private final TopicFollower<WebhookProgress> ofProgress;

    WebhookDirectory(KafkaSettings kafka) {
        ofSubscriptions = follower(kafka, EventTopics.SUBSCRIPTIONS, this::changed);
        ofProgress = follower(
                kafka, EventTopics.SUBSCRIPTIONS_PROGRESS, record -> progress.put(record.key(), record.value()));
    }

    void start() {
        ofSubscriptions.start();
        ofProgress.start();
    }

    List<Check> checks() {
        return List.of(ofSubscriptions.check(), ofProgress.check());
    }

    /// Whether everything that stood in Kafka at the start is known.
    boolean isComplete() {
        return checks().stream().allMatch(Check::passed);
    }

    List<WebhookSubscription> all() {
        return List.copyOf(subscriptions.values());
    }

    @Nullable
    WebhookSubscription find(String id) {
        return subscriptions.get(id);
    }

    /// How far it has come in its present round.
    @Nullable
    WebhookProgress progress(WebhookSubscription subscription) {
        WebhookProgress known = progress.get(subscription.id());
        return known == null || known.round() != subscription.round() ? null : known;
    }

    @Override
    public void close() {
        ofSubscriptions.close();
        ofProgress.close();
    }

    private void changed(ConsumerRecord<String, WebhookSubscription> record) {
        if (record.value().state() == State.DELETED) {
            subscriptions.remove(record.key());
            progress.remove(record.key());
        } else {
            subscriptions.put(record.key(), record.value());
        }
    }

    private static <V> TopicFollower<V> follower(
            KafkaSettings kafka, EventTopic<String, V> topic, Consumer<ConsumerRecord<String, V>> taker) {
        return new TopicFollower<>(
                topic.name(),
                List.of(topic.name()),
                () -> new KafkaConsumer<>(
                        kafka.consumer("index-" + topic.name()),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer()),
                new TopicFollower.Reader<>() {
                    @Override
                    public Instant since() {
                        return ALWAYS;
                    }

                    @Override
                    public void read(ConsumerRecord<String, V> record) {
                        taker.accept(record);
                    }
                });
    }
}

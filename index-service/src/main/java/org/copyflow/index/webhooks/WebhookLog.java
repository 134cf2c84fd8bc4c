package org.copyflow.index.webhooks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.kit.kafka.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what is asked for and how far it has come. Thread-safe.
final class WebhookLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookLog.class);
    private static final long TIMEOUT_SECONDS = 10;

    private final KafkaProducer<String, byte[]> producer;

    WebhookLog(KafkaSettings kafka) {
        producer = new KafkaProducer<>(
                kafka.producer("index-webhooks"), new StringSerializer(), new ByteArraySerializer());
    }

    /// Returns once Kafka has it.
    ///
    /// @throws KafkaException where it is not known to have it
    void write(WebhookSubscription subscription) {
        var sent = producer.send(new ProducerRecord<>(
                EventTopics.SUBSCRIPTIONS.name(),
                subscription.id(),
                EventTopics.SUBSCRIPTIONS
                        .valueSerde()
                        .serializer()
                        .serialize(EventTopics.SUBSCRIPTIONS.name(), subscription)));
        try {
            sent.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the subscription may not have been written: " + e.getMessage(), e);
        }
        if (subscription.state() == State.DELETED) {
            forget(EventTopics.SUBSCRIPTIONS.name(), subscription.id());
            forget(EventTopics.SUBSCRIPTIONS_PROGRESS.name(), subscription.id());
        }
    }

    /// Does not wait: what is lost here is delivered again.
    void write(WebhookProgress progress) {
        String topic = EventTopics.SUBSCRIPTIONS_PROGRESS.name();
        send(new ProducerRecord<>(
                topic,
                progress.id(),
                EventTopics.SUBSCRIPTIONS_PROGRESS.valueSerde().serializer().serialize(topic, progress)));
    }

    @Override
    public void close() {
        producer.close();
    }

    private void forget(String topic, String id) {
        send(new ProducerRecord<>(topic, id, null));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var _ = producer.send(record, (_, failure) -> {
            if (failure != null) {
                LOG.warn("{} of {} was not written: {}", record.topic(), record.key(), failure.getMessage());
            }
        });
    }
}

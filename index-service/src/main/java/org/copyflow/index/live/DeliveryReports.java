package org.copyflow.index.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleDelivery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says on `articles.delivered` to how many subscribers each raw record came, on a thread of its own. Best effort:
/// what Kafka does not take is logged and lost, and nothing is sent while nobody subscribes.
public final class DeliveryReports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final Supplier<Producer<String, ArticleDelivery>> producers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// @param producers makes the producer, when there is something to say
    public DeliveryReports(Deliveries deliveries, Supplier<Producer<String, ArticleDelivery>> producers) {
        this.deliveries = deliveries;
        this.producers = producers;
        thread = Thread.ofPlatform().name("index-deliveries").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_TIMEOUT.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Producer<String, ArticleDelivery> producer = null;
        try {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                for (ArticleDelivery delivery : deliveries.take()) {
                    producer = producer == null ? producers.get() : producer;
                    send(delivery, producer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.warn("deliveries are not reported any more until the service starts again", e);
        } finally {
            close(producer);
        }
    }

    private static void send(ArticleDelivery delivery, Producer<String, ArticleDelivery> producer) {
        var record = new ProducerRecord<>(EventTopics.ARTICLES_DELIVERED.name(), delivery.documentId(), delivery);
        var _ = producer.send(record, (_, failure) -> {
            if (failure != null) {
                LOG.debug("a delivery was not reported", failure);
            }
        });
    }

    private static void close(@Nullable Producer<String, ArticleDelivery> producer) {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
        }
    }
}

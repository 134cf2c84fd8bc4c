package org.copyflow.kit.kafka;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.copyflow.kit.metrics.Metrics;

/// A Kafka client's own numbers (consumer lag, latencies, rates, Streams' tasks and stores) among the process's
/// metrics, until it is closed. Close it before the client.
public final class KafkaMetrics implements AutoCloseable {

    private static final Duration LOOK_FOR_NEW_EVERY = Duration.ofSeconds(10);
    private static final List<Tag> NO_TAGS = List.of();

    private final ScheduledExecutorService scheduler;
    private final Runnable unbind;

    private KafkaMetrics(ScheduledExecutorService scheduler, Runnable unbind) {
        this.scheduler = scheduler;
        this.unbind = unbind;
    }

    public static KafkaMetrics of(Producer<?, ?> producer, Metrics metrics) {
        ScheduledExecutorService scheduler = scheduler();
        return bind(new KafkaClientMetrics(producer, NO_TAGS, scheduler, LOOK_FOR_NEW_EVERY), metrics, scheduler);
    }

    public static KafkaMetrics of(Consumer<?, ?> consumer, Metrics metrics) {
        ScheduledExecutorService scheduler = scheduler();
        return bind(new KafkaClientMetrics(consumer, NO_TAGS, scheduler, LOOK_FOR_NEW_EVERY), metrics, scheduler);
    }

    public static KafkaMetrics of(KafkaStreams streams, Metrics metrics) {
        ScheduledExecutorService scheduler = scheduler();
        var binder = new KafkaStreamsMetrics(streams, NO_TAGS, scheduler, LOOK_FOR_NEW_EVERY);
        binder.bindTo(metrics.registry());
        return new KafkaMetrics(scheduler, binder::close);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        unbind.run();
    }

    private static KafkaMetrics bind(KafkaClientMetrics binder, Metrics metrics, ScheduledExecutorService scheduler) {
        binder.bindTo(metrics.registry());
        return new KafkaMetrics(scheduler, binder::close);
    }

    private static ScheduledExecutorService scheduler() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("kafka-metrics").factory());
    }
}

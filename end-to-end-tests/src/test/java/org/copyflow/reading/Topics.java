package org.copyflow.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.running.CopyflowProcess;

/// Topics of a running Copyflow, written and read with plain clients.
final class Topics {

    private static final Duration POLL = Duration.ofMillis(200);

    private Topics() {}

    /// A record as it was published.
    record Published<V>(V value, Instant at) {}

    static <V> Producer<String, V> producer(CopyflowProcess copyflow, EventTopic<String, V> topic) {
        return new KafkaProducer<>(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, copyflow.kafkaAddress()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    /// The latest of each key; what ends in a tombstone is left out.
    static <V> Map<String, Published<V>> latest(CopyflowProcess copyflow, EventTopic<String, V> topic) {
        var latest = new TreeMap<String, Published<V>>();
        Map<String, Object> config = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                copyflow.kafkaAddress(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (Consumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    latest.remove(record.key());
                    if (record.value() != null) {
                        latest.put(
                                record.key(),
                                new Published<>(record.value(), Instant.ofEpochMilli(record.timestamp())));
                    }
                });
            }
        }
        return latest;
    }
}

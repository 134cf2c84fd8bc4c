package org.copyflow.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
        read(copyflow, topic, record -> {
            latest.remove(record.key());
            if (record.value() != null) {
                latest.put(record.key(), new Published<>(record.value(), Instant.ofEpochMilli(record.timestamp())));
            }
        });
        return latest;
    }

    /// All that it still holds.
    static <V> List<V> values(CopyflowProcess copyflow, EventTopic<String, V> topic) {
        var values = new ArrayList<V>();
        read(copyflow, topic, record -> values.add(record.value()));
        return values;
    }

    /// Deletes the older half of each partition, as time would.
    static void forgetHalf(CopyflowProcess copyflow, EventTopic<?, ?> topic) throws Exception {
        Map<String, Object> config = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, copyflow.kafkaAddress());
        try (Admin admin = Admin.create(config);
                var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var half = new HashMap<TopicPartition, RecordsToDelete>();
            consumer.endOffsets(partitions(consumer, topic))
                    .forEach((partition, end) -> half.put(partition, RecordsToDelete.beforeOffset(end / 2)));
            admin.deleteRecords(half).all().get();
        }
    }

    private static <V> void read(
            CopyflowProcess copyflow,
            EventTopic<String, V> topic,
            java.util.function.Consumer<ConsumerRecord<String, V>> taker) {
        Map<String, Object> config = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                copyflow.kafkaAddress(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (Consumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(taker);
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, EventTopic<?, ?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}

package org.copyflow.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.copyflow.kit.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kafka's own classes read the maps, so a name or value that they do not take fails here.
final class KafkaSettingsTest {

    private static final KafkaSettings DEFAULTS = TestKafka.settings(Map.of());

    @Test
    void losesNothingThatItSaysIsWritten() {
        Map<String, Object> config = DEFAULTS.producer("test");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        var producer = new ProducerConfig(config);

        assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1"); // Kafka's own word for all
        assertThat(producer.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG))
                .isTrue();
        assertThat(producer.getString(ProducerConfig.COMPRESSION_TYPE_CONFIG)).isEqualTo("lz4");
        assertThat(producer.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).isEqualTo(DEFAULTS.maxRecordBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "kafka:", "kafka:99999", ":9092", "kafka:9092,other", "http://x"})
    void refusesBrokersThatAreNoAddresses(String brokers) {
        assertThatThrownBy(() -> TestKafka.settings(Map.of("kafka.bootstrap-servers", brokers)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("kafka.bootstrap-servers is '" + brokers + "': it must be host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9092", "[::1]:9092", "a.example:9092, b.example:9093"})
    void takesBrokersAsKafkaDoes(String brokers) {
        assertThat(TestKafka.settings(Map.of("kafka.bootstrap-servers", brokers))
                        .bootstrapServers())
                .isEqualTo(brokers);
    }

    @Test
    void readsOnlyWhatIsCommitted() {
        Map<String, Object> config = DEFAULTS.consumer("test");
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        var consumer = new ConsumerConfig(config);

        assertThat(consumer.getString(ConsumerConfig.ISOLATION_LEVEL_CONFIG)).isEqualTo("read_committed");
        assertThat(consumer.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG))
                .isFalse();
    }

    @Test
    void givesUpEarlyAsAdmin() {
        var admin = new AdminClientConfig(DEFAULTS.admin("test"));

        assertThat(admin.getInt(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG))
                .isEqualTo(10_000);
    }

    @Test
    void streamsExactlyOnceAndSoon() {
        var kafka = TestKafka.settings(Map.of("kafka.commit-interval", "35ms", "kafka.replication-factor", "3"));
        var streams = new StreamsConfig(kafka.streams("test-app", Path.of("state")));

        assertThat(streams.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(streams.getString(StreamsConfig.GROUP_PROTOCOL_CONFIG)).isEqualTo("streams");
        assertThat(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(35);
        assertThat(streams.getLong(StreamsConfig.POLL_MS_CONFIG)).isLessThanOrEqualTo(35);
        assertThat(streams.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG)).isEqualTo(3);
        assertThat(streams.getString(StreamsConfig.STATE_DIR_CONFIG)).isEqualTo("state");
        assertThat(streams.getProducerConfigs("test")).containsEntry("max.request.size", kafka.maxRecordBytes());
    }

    @Test
    void leavesInternalTopicsAsTheyAreWhenTheLargestRecordChanges() {
        for (String limit : List.of("131072", "100000000")) {
            var kafka = TestKafka.settings(Map.of("kafka.max-record-bytes", limit));

            assertThat(kafka.streams("test-app", Path.of("state")))
                    .containsEntry("topic.max.message.bytes", "100000000");
        }
    }

    @Test
    void refusesMoreReplicasThanAClusterHas() {
        assertThatThrownBy(() -> TestKafka.settings(Map.of("kafka.replication-factor", "10")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("from 1 to 9");
    }
}

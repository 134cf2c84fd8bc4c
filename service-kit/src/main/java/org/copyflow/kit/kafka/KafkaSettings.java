package org.copyflow.kit.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.copyflow.kit.settings.Setting;

/// The cluster and how to talk to it: one record that all services share. Its maps are new and may be added to.
///
/// Raw articles cross Kafka uncut, so a record may be larger than Kafka's own default of 1 MB: the limit is set on
/// producers and on the topics that [TopicSetup] creates. The topics that Streams creates for itself take the largest
/// that the limit can be set to, whatever it is set to: a broker refuses a Streams group whose internal topics change.
public record KafkaSettings(
        @Setting(
                key = "kafka.bootstrap-servers",
                byDefault = "127.0.0.1:9092",
                is = "Brokers to ask first, as host:port, separated by commas.")
        String bootstrapServers,

        @Setting(
                key = "kafka.topic-partitions",
                byDefault = "4",
                is = "Partitions of a topic that is created; existing topics stay as they are.",
                min = 1,
                max = 1_000)
        int topicPartitions,

        @Setting(
                key = "kafka.replication-factor",
                byDefault = "1",
                is = "Replicas of a topic that is created; from 3 on, two must be in sync for a write.",
                min = 1,
                max = 9)
        int replicationFactor,

        @Setting(
                key = "kafka.max-record-bytes",
                byDefault = "16777216",
                is = "Largest record, in bytes, that is written to a topic.",
                min = 65_536,
                max = KafkaSettings.LARGEST_RECORD_BYTES)
        int maxRecordBytes,

        @Setting(
                key = "kafka.commit-interval",
                byDefault = "100ms",
                is = "How often Streams commits while article follows article: lower shows them sooner, higher costs"
                        + " less. What comes after a pause is committed at once.",
                min = 1,
                max = 60_000)
        Duration commitInterval,

        @Setting(
                key = "kafka.streams-group-protocol",
                byDefault = "streams",
                is = "How the instances of a service share work: streams, or classic for brokers before 4.2.")
        String streamsGroupProtocol,

        @Setting(
                key = "kafka.standby-replicas",
                byDefault = "0",
                is = "Other instances that keep a copy of each state store, so that its partition moves at once.",
                min = 0,
                max = 2)
        int standbyReplicas,

        @Setting(
                key = "kafka.store-memory-bytes",
                byDefault = "67108864",
                is = "Memory outside the heap, in bytes, that the state stores of a service share.",
                min = 8_388_608)
        long storeMemoryBytes) {

    /// A broker takes requests of 100 MiB unless it is told otherwise.
    static final int LARGEST_RECORD_BYTES = 100_000_000;

    private static final int LAST_PORT = 65_535;
    private static final String COMPRESSION = "lz4";
    private static final int BATCH_BYTES = 131_072;
    /// While it waits for records, Streams does not commit.
    private static final int MOST_POLL_MS = 20;

    private static final int RETRY_BACKOFF_MS = 5;
    private static final int RETRY_BACKOFF_MAX_MS = 20;
    private static final int ADMIN_REQUEST_TIMEOUT_MS = 5_000;
    private static final int ADMIN_API_TIMEOUT_MS = 10_000;
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;

    /// @throws IllegalArgumentException where the brokers' addresses are none
    public KafkaSettings {
        for (String address : bootstrapServers.split(",", -1)) {
            if (!isAddress(address.strip())) {
                throw new IllegalArgumentException("kafka.bootstrap-servers is '" + bootstrapServers
                        + "': it must be host:port, as 127.0.0.1:9092, or several separated by commas");
            }
        }
    }

    /// As Kafka's own clients read one.
    private static boolean isAddress(String text) {
        String host = Utils.getHost(text);
        Integer port = Utils.getPort(text);
        return host != null && !host.isEmpty() && port != null && port > 0 && port <= LAST_PORT;
    }

    /// An idempotent producer that waits for all replicas in sync.
    public Map<String, Object> producer(String clientId) {
        var config = client(clientId);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRecordBytes);
        return config;
    }

    /// A consumer without a group that reads what is committed, from the beginning where it has no position.
    public Map<String, Object> consumer(String clientId) {
        var config = client(clientId);
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    /// An admin client that gives up early, because whoever uses it tries again.
    public Map<String, Object> admin(String clientId) {
        var config = client(clientId);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_REQUEST_TIMEOUT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_API_TIMEOUT_MS);
        return config;
    }

    /// Streams, exactly once, tuned for articles that shall be seen at once.
    ///
    /// @param applicationId names the group and the internal topics; the same for all instances of a service
    /// @param stateDir where state stores live; not shared between processes
    public Map<String, Object> streams(String applicationId, Path stateDir) {
        var config = client(applicationId);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, streamsGroupProtocol);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        config.put(StreamsConfig.POLL_MS_CONFIG, Math.min(commitInterval.toMillis(), MOST_POLL_MS));
        // at a commit, one task after the other would write what it has cached and wait for the brokers
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        config.put(StoreMemory.SHARED, new StoreMemory.Shared(storeMemoryBytes));
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), COMPRESSION);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecordBytes);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MS);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG), RETRY_BACKOFF_MAX_MS);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        topic(LARGEST_RECORD_BYTES).forEach((key, value) -> config.put(StreamsConfig.topicPrefix(key), value));
        return config;
    }

    /// What every topic of the catalogue has that Copyflow creates.
    Map<String, String> topic() {
        return topic(maxRecordBytes);
    }

    private Map<String, String> topic(int maxMessageBytes) {
        var config = new HashMap<String, String>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        if (replicationFactor >= REPLICAS_FOR_TWO_IN_SYNC) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return config;
    }

    private Map<String, Object> client(String clientId) {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return config;
    }
}

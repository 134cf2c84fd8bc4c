package org.copyflow.events.catalogue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// One Kafka topic of the catalogue.
///
/// @param name the topic's name in Kafka
/// @param key what its key is, for a reader
/// @param keySerde how the key is written
/// @param valueSerde how the value is written
/// @param cleanup what Kafka removes from it
/// @param retention how long records stay; [Duration#ZERO] where compaction keeps the latest of each key for good
/// @param holds one sentence on what a record is
public record EventTopic<K, V>(
        String name,
        String key,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        Cleanup cleanup,
        Duration retention,
        String holds) {

    /// What Kafka removes from a topic.
    public enum Cleanup {
        /// Records older than the retention, by the time that whoever wrote them gave them.
        DELETE,
        /// Records that were written longer ago than the retention, however old what they tell of is. Kafka gives
        /// them the time at which it took them.
        DELETE_AS_WRITTEN,
        /// Records that a newer one of the same key replaces.
        COMPACT
    }

    /// The same topic, its values as bytes, for those who read or write them themselves.
    public EventTopic<K, byte[]> unread() {
        return new EventTopic<>(name, key, keySerde, Serdes.ByteArray(), cleanup, retention, holds);
    }

    /// The topic's configuration, as Kafka's admin client takes it.
    public Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        switch (cleanup) {
            case DELETE, DELETE_AS_WRITTEN -> {
                config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            }
            case COMPACT -> config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (cleanup == Cleanup.DELETE_AS_WRITTEN) {
            config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);
        }
        return config;
    }
}

package org.copyflow.events;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// A record as JSON on a Kafka topic; `null` is a tombstone in both directions. Thread-safe.
@NullUnmarked // Kafka's own interfaces pass null for a tombstone
public final class JsonSerde<T> implements Serde<T> {

    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonSerde(Class<T> type) {
        this.type = type;
        this.reader = EventJson.mapper().readerFor(type);
        this.writer = EventJson.mapper().writerFor(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> {
            try {
                return value == null ? null : writer.writeValueAsBytes(value);
            } catch (JacksonException e) {
                throw new SerializationException(
                        "Cannot write a " + type.getSimpleName() + " for topic " + topic + ": "
                                + e.getOriginalMessage(),
                        e);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            try {
                return bytes == null ? null : reader.readValue(bytes);
            } catch (JacksonException e) {
                throw new SerializationException(
                        "Topic " + topic + " holds a value that is not a " + type.getSimpleName() + ": "
                                + e.getOriginalMessage(),
                        e);
            }
        };
    }
}

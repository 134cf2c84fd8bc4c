package org.copyflow.index.query;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.store.IndexStores;
import org.jspecify.annotations.Nullable;

/// The stores that this instance holds, each partition's for itself. The place to add the way to other instances.
public final class LocalStores {

    private static final StringSerializer KEYS = new StringSerializer();

    private final Supplier<@Nullable KafkaStreams> streams;
    private final HostInfo self;

    /// @param streams the running Streams, absent until it starts
    /// @param self this instance, as `application.server` names it
    public LocalStores(Supplier<@Nullable KafkaStreams> streams, HostInfo self) {
        this.streams = streams;
        this.self = self;
    }

    /// The partition of a key's store.
    int partition(String storeName, String key) {
        return owner(storeName, key).partition();
    }

    /// The store that holds what belongs to a key.
    <K, V> ReadOnlyKeyValueStore<K, V> ofKey(String storeName, String key) {
        return ofPartition(storeName, owner(storeName, key).partition());
    }

    /// The store of a partition.
    <K, V> ReadOnlyKeyValueStore<K, V> ofPartition(String storeName, int partition) {
        try {
            return running()
                    .store(StoreQueryParameters.fromNameAndType(storeName, QueryableStoreTypes.<K, V>keyValueStore())
                            .withPartition(partition));
        } catch (InvalidStateStoreException e) {
            throw restoring(storeName + " of partition " + partition + " is not ready", e);
        }
    }

    /// The stores of all partitions.
    public <K, V> List<ReadOnlyKeyValueStore<K, V>> all(String storeName) {
        return partitions(storeName).stream()
                .map(partition -> this.<K, V>ofPartition(storeName, partition))
                .toList();
    }

    /// All partitions of a store, which this instance must hold.
    List<Integer> partitions(String storeName) {
        Collection<StreamsMetadata> holders = running().streamsMetadataForStore(storeName);
        List<HostInfo> others = holders.stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(self))
                .toList();
        if (!others.isEmpty()) {
            throw new StoresUnavailableException("a part of " + storeName + " is held by " + others, null);
        }
        List<Integer> partitions = holders.stream()
                .flatMap(holder -> holder.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(IndexStores.sourceOf(storeName)))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
        if (partitions.isEmpty()) {
            throw restoring("nobody holds " + storeName + " yet", null);
        }
        return partitions;
    }

    private KeyQueryMetadata owner(String storeName, String key) {
        KeyQueryMetadata owner = running().queryMetadataForKey(storeName, key, KEYS);
        if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw restoring("it is not known yet which instance holds " + key, null);
        }
        if (!owner.activeHost().equals(self)) {
            throw new StoresUnavailableException(
                    "%s is held by the instance at %s:%d"
                            .formatted(
                                    key,
                                    owner.activeHost().host(),
                                    owner.activeHost().port()),
                    null);
        }
        return owner;
    }

    private KafkaStreams running() {
        KafkaStreams now = streams.get();
        if (now != null && now.state() == KafkaStreams.State.ERROR) {
            throw new StoresUnavailableException(
                    "the index has stopped after failures that its log tells, and answers again once it is restarted",
                    null);
        }
        if (now == null || now.state() != KafkaStreams.State.RUNNING) {
            throw restoring("the state is " + (now == null ? "not started" : now.state()), null);
        }
        return now;
    }

    private static StoresUnavailableException restoring(String why, @Nullable Throwable cause) {
        return new StoresUnavailableException("the index is being restored: " + why, cause);
    }
}

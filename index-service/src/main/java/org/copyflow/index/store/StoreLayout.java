package org.copyflow.index.store;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// How a store keeps its entries.
///
/// @param source the Kafka topic from whose partitions those of the store follow
public record StoreLayout<K, V>(String name, Serde<K> keys, Serde<V> values, String source) {

    /// With a changelog.
    StoreBuilder<KeyValueStore<K, V>> logged(IndexStores.Kept kept) {
        return Stores.keyValueStoreBuilder(kept.store(name), keys, values);
    }

    /// In memory only: what is in it follows from other stores.
    StoreBuilder<KeyValueStore<K, V>> inMemory() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
                .withLoggingDisabled();
    }
}

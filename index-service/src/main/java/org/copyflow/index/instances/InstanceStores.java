package org.copyflow.index.instances;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.instances.Holders.Holder;
import org.copyflow.index.instances.PatientReads.Reserve;
import org.copyflow.index.store.HeldParts;
import org.copyflow.index.store.IndexStores;
import org.jspecify.annotations.Nullable;

/// The stores of all instances. A partition that this instance works on is read here, another's from the instance
/// that does; where that one cannot answer, from a standby, here or elsewhere. Thread-safe.
public final class InstanceStores implements AutoCloseable {

    private final LocalStores local;
    private final ToIntFunction<String> partitionCounts;
    private final HostInfo self;
    private final @Nullable String key;
    private final InstanceClient others;
    private final PatientReads reads = new PatientReads();

    /// @param streams the running Streams, absent until it starts
    /// @param partitionCounts how many partitions a Kafka topic has, 0 where that is not known yet
    /// @param held which parts this instance works on
    /// @param self this instance, as `application.server` names it
    /// @param key what the instances know each other by, absent where none is set
    public InstanceStores(
            Supplier<@Nullable KafkaStreams> streams,
            ToIntFunction<String> partitionCounts,
            HeldParts held,
            HostInfo self,
            @Nullable String key) {
        this.local = new LocalStores(streams, held);
        this.partitionCounts = partitionCounts;
        this.self = self;
        this.key = key;
        this.others = new InstanceClient(key, System::nanoTime);
    }

    /// What the other instances ask this one.
    ///
    /// @param onLoopback whether only the own machine can ask
    public InstanceRoutes routes(boolean onLoopback) {
        return new InstanceRoutes(new StoreAccess(local), key, onLoopback);
    }

    /// Answers from these stores.
    public PatientReads reads() {
        return reads;
    }

    @Override
    public void close() {
        others.close();
    }

    /// The partition of a key's store, as a producer tells it from the key. Kafka Streams tells it too, but (4.3.1,
    /// with
    /// the streams protocol) from the partitions that are held just then: from too few while some move.
    public int partition(String storeName, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % count(storeName);
    }

    /// The store that holds what belongs to a key.
    public <K, V> ReadOnlyKeyValueStore<K, V> ofKey(String storeName, String key) {
        return ofPartition(storeName, partition(storeName, key));
    }

    /// The same where an instance works on it, never a standby: what is read together with it must not be ahead of it.
    public <K, V> ReadOnlyKeyValueStore<K, V> workedOfKey(String storeName, String key) {
        int partition = partition(storeName, key);
        return first(
                storeName,
                partition,
                holders(storeName, partition).stream()
                        .filter(holder -> !holder.standby())
                        .toList());
    }

    /// The store of a partition.
    public <K, V> ReadOnlyKeyValueStore<K, V> ofPartition(String storeName, int partition) {
        return first(storeName, partition, holders(storeName, partition));
    }

    private List<Holder> holders(String storeName, int partition) {
        var source = new TopicPartition(IndexStores.layout(storeName).source(), partition);
        return Holders.of(local.running().metadataForAllStreamsClients(), storeName, source);
    }

    /// Of the first of these that can be read.
    private <K, V> ReadOnlyKeyValueStore<K, V> first(String storeName, int partition, List<Holder> holders) {
        var failures = new ArrayList<String>();
        for (Holder holder : holders) {
            try {
                ReadOnlyKeyValueStore<K, V> store = of(holder, storeName, partition);
                if (holder.standby()) {
                    reads.note(Reserve.STANDBY);
                }
                return store;
            } catch (StoresUnavailableException e) {
                failures.add(holder + ": " + e.getMessage());
            }
        }
        throw restoring(
                "partition " + partition + " of " + storeName
                        + (failures.isEmpty() ? " is held by nobody yet" : " cannot be read, " + failures),
                null);
    }

    /// The stores of all partitions.
    public <K, V> List<ReadOnlyKeyValueStore<K, V>> all(String storeName) {
        return partitions(storeName).stream()
                .map(partition -> this.<K, V>ofPartition(storeName, partition))
                .toList();
    }

    /// All partitions of a store.
    public List<Integer> partitions(String storeName) {
        return IntStream.range(0, count(storeName)).boxed().toList();
    }

    private int count(String storeName) {
        int count = partitionCounts.applyAsInt(IndexStores.layout(storeName).source());
        if (count == 0) {
            throw restoring("it is not known yet how many parts " + storeName + " has", null);
        }
        return count;
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> of(Holder holder, String storeName, int partition) {
        if (!holder.host().equals(self)) {
            return others.store(holder, storeName, partition);
        }
        return local.store(new StorePart(storeName, partition, holder.standby()));
    }

    private static StoresUnavailableException restoring(String why, @Nullable Throwable cause) {
        return new StoresUnavailableException("the index is being restored: " + why, cause);
    }
}

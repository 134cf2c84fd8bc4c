package org.copyflow.index.instances;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.store.HeldParts;
import org.jspecify.annotations.Nullable;

/// The stores that this instance holds, as far as they can be believed: those it works on once they are held, and
/// those it only follows while they are hardly behind. Thread-safe.
public final class LocalStores implements StoreAccess.Parts {

    private static final long MOST_RECORDS_BEHIND = 100;
    private static final Duration LAGS_FRESH = Duration.ofMillis(100);

    private final Supplier<@Nullable KafkaStreams> streams;
    private final HeldParts held;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Lags lags = new Lags(Map.of(), 0);

    private record Lags(Map<String, Map<Integer, LagInfo>> byStore, long askedAt) {}

    /// @param streams the running Streams, absent until it starts
    public LocalStores(Supplier<@Nullable KafkaStreams> streams, HeldParts held) {
        this.streams = streams;
        this.held = held;
    }

    /// Streams, where its stores can be asked: also while partitions move.
    ///
    /// @throws StoresUnavailableException saying why they cannot
    KafkaStreams running() {
        KafkaStreams now = streams.get();
        if (now != null && now.state().isRunningOrRebalancing()) {
            return now;
        }
        if (now != null && now.state() == KafkaStreams.State.ERROR) {
            throw new StoresUnavailableException(
                    "the index has stopped after failures that its log tells, and answers again once it is restarted",
                    null);
        }
        throw new StoresUnavailableException(
                "the index is being restored: the state is " + (now == null ? "not started" : now.state()), null);
    }

    @Override
    public <K, V> ReadOnlyKeyValueStore<K, V> store(StorePart part) {
        KafkaStreams now = running();
        if (part.standby()) {
            requireFollowed(now, part);
        } else if (!held.worksOn(part.storeName(), part.partition())) {
            throw new StoresUnavailableException(part + " is not held here, or being restored", null);
        }
        StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> parameters = StoreQueryParameters.fromNameAndType(
                        part.storeName(), QueryableStoreTypes.<K, V>keyValueStore())
                .withPartition(part.partition());
        try {
            return now.store(part.standby() ? parameters.enableStaleStores() : parameters);
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException(part + " is not ready here", e);
        }
    }

    private void requireFollowed(KafkaStreams now, StorePart part) {
        LagInfo lag = lags(now).getOrDefault(part.storeName(), Map.of()).get(part.partition());
        if (lag == null || !held.follows(part.storeName(), part.partition())) {
            throw new StoresUnavailableException(part + " is not followed here", null);
        }
        if (lag.offsetLag() > Math.min(MOST_RECORDS_BEHIND, lag.endOffsetPosition() / 2)) {
            throw new StoresUnavailableException(part + " is " + lag.offsetLag() + " records behind here", null);
        }
    }

    /// Asks the brokers, so not for every read.
    private Map<String, Map<Integer, LagInfo>> lags(KafkaStreams now) {
        Lags known = lags;
        if (isFresh(known)) {
            return known.byStore();
        }
        asking.lock();
        try {
            if (!isFresh(lags)) {
                lags = new Lags(now.allLocalStorePartitionLags(), System.nanoTime());
            }
            return lags.byStore();
        } catch (StreamsException e) {
            throw new StoresUnavailableException("how far the standbys are is not known: " + e.getMessage(), e);
        } finally {
            asking.unlock();
        }
    }

    private static boolean isFresh(Lags known) {
        return !known.byStore().isEmpty() && System.nanoTime() - known.askedAt() < LAGS_FRESH.toNanos();
    }
}

package org.copyflow.index.instances;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.StoreLayout;
import org.jspecify.annotations.Nullable;

/// What this instance tells the others of the stores that it holds.
public final class StoreAccess {

    /// A page of entries ends with the first that takes it over this.
    private static final int PAGE_BYTES = 1_000_000;

    private final Parts stores;

    /// The parts that are held here.
    public interface Parts {
        /// @throws StoresUnavailableException where the part is not held here, or cannot be believed now
        <K, V> ReadOnlyKeyValueStore<K, V> store(StorePart part);
    }

    public StoreAccess(Parts stores) {
        this.stores = stores;
    }

    /// @return the value as the store keeps it, absent where there is none
    /// @throws StoresUnavailableException where the part is not held here
    public byte @Nullable [] value(StorePart part, Bytes key) {
        return value(part, IndexStores.layout(part.storeName()), key);
    }

    /// Writes entries of a range, at most `limit`.
    ///
    /// @throws StoresUnavailableException where the part is not held here
    public void entries(StorePart part, StoreRange range, int limit, OutputStream out) throws IOException {
        StoreEntries.write(page(part, IndexStores.layout(part.storeName()), range, limit), out);
    }

    private <K, V> byte @Nullable [] value(StorePart part, StoreLayout<K, V> layout, Bytes key) {
        try {
            V value =
                    stores.<K, V>store(part).get(layout.keys().deserializer().deserialize(part.storeName(), key.get()));
            return value == null ? null : layout.values().serializer().serialize(part.storeName(), value);
        } catch (InvalidStateStoreException e) {
            throw notHeld(part, e);
        }
    }

    private <K, V> StoreEntries.Page page(StorePart part, StoreLayout<K, V> layout, StoreRange range, int limit) {
        var entries = new ArrayList<StoreEntries.Entry>();
        int size = 0;
        try (KeyValueIterator<K, V> found =
                iterate(stores.<K, V>store(part), layout.keys().deserializer(), range)) {
            while (found.hasNext() && entries.size() < limit && size < PAGE_BYTES) {
                KeyValue<K, V> next = found.next();
                Bytes key = Bytes.wrap(layout.keys().serializer().serialize(part.storeName(), next.key));
                if (!range.isTold(key)) {
                    byte[] value = layout.values().serializer().serialize(part.storeName(), next.value);
                    entries.add(new StoreEntries.Entry(key, Bytes.wrap(value)));
                    size += key.get().length + value.length;
                }
            }
            return new StoreEntries.Page(entries, found.hasNext());
        } catch (InvalidStateStoreException e) {
            throw notHeld(part, e);
        }
    }

    private static <K, V> KeyValueIterator<K, V> iterate(
            ReadOnlyKeyValueStore<K, V> store, Deserializer<K> keys, StoreRange range) {
        K from = range.from() == null ? null : keys.deserialize("", range.from().get());
        K to = range.to() == null ? null : keys.deserialize("", range.to().get());
        return range.backwards() ? store.reverseRange(from, to) : store.range(from, to);
    }

    private static StoresUnavailableException notHeld(StorePart part, InvalidStateStoreException e) {
        return new StoresUnavailableException(part + " has left this instance", e);
    }
}

package org.copyflow.index.instances;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.instances.Holders.Holder;
import org.copyflow.index.instances.StoreEntries.Entry;
import org.copyflow.index.store.StoreLayout;
import org.jspecify.annotations.Nullable;

/// A partition of a store that another instance holds. A range is read in pages, the first of them small: most who
/// ask want no more. Every method throws [StoresUnavailableException] where the instance does not answer.
final class RemoteStore<K, V> implements ReadOnlyKeyValueStore<K, V> {

    private static final int FIRST_PAGE = 50;
    private static final int PAGE = 2_000;

    private final InstanceClient client;
    private final Holder holder;
    private final StorePart part;
    private final StoreLayout<K, V> layout;

    RemoteStore(InstanceClient client, Holder holder, StorePart part, StoreLayout<K, V> layout) {
        this.client = client;
        this.holder = holder;
        this.part = part;
        this.layout = layout;
    }

    @Override
    public @Nullable V get(K key) {
        byte[] value = client.value(holder, part, bytes(key));
        return value == null ? null : layout.values().deserializer().deserialize(part.storeName(), value);
    }

    @Override
    public KeyValueIterator<K, V> range(@Nullable K from, @Nullable K to) {
        return new Pages(new StoreRange(nullable(from), nullable(to), false, false), FIRST_PAGE);
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(@Nullable K from, @Nullable K to) {
        return new Pages(new StoreRange(nullable(from), nullable(to), true, false), FIRST_PAGE);
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return new Pages(new StoreRange(null, null, false, false), PAGE);
    }

    @Override
    public long approximateNumEntries() {
        throw new UnsupportedOperationException("nobody counts another instance's entries");
    }

    private @Nullable Bytes nullable(@Nullable K key) {
        return key == null ? null : bytes(key);
    }

    private Bytes bytes(K key) {
        return Bytes.wrap(layout.keys().serializer().serialize(part.storeName(), key));
    }

    private K key(Bytes key) {
        return layout.keys().deserializer().deserialize(part.storeName(), key.get());
    }

    private final class Pages implements KeyValueIterator<K, V> {

        private final Deque<Entry> entries = new ArrayDeque<>();
        private final StoreRange range;
        private boolean more;

        Pages(StoreRange range, int limit) {
            this.range = range;
            take(client.page(holder, part, range, limit));
        }

        @Override
        public boolean hasNext() {
            return !entries.isEmpty();
        }

        @Override
        public KeyValue<K, V> next() {
            Entry next = first();
            entries.removeFirst();
            if (entries.isEmpty() && more) {
                take(client.page(holder, part, range.after(next.key()), PAGE));
            }
            return KeyValue.pair(
                    key(next.key()),
                    layout.values()
                            .deserializer()
                            .deserialize(part.storeName(), next.value().get()));
        }

        @Override
        public K peekNextKey() {
            return key(first().key());
        }

        @Override
        public void close() {
            entries.clear();
        }

        private Entry first() {
            Entry first = entries.peekFirst();
            if (first == null) {
                throw new NoSuchElementException("the range has ended");
            }
            return first;
        }

        private void take(StoreEntries.Page page) {
            entries.addAll(page.entries());
            more = page.more();
        }
    }
}

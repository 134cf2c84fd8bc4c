package org.copyflow.index.instances;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// A store in a sorted map.
final class SortedStore<K extends Comparable<K>, V> implements ReadOnlyKeyValueStore<K, V> {

    private final NavigableMap<K, V> entries = new TreeMap<>();

    void put(K key, V value) {
        entries.put(key, value);
    }

    @Override
    public @Nullable V get(K key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<K, V> range(@Nullable K from, @Nullable K to) {
        return new Entries<>(between(from, to).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(@Nullable K from, @Nullable K to) {
        return new Entries<>(between(from, to).descendingMap().entrySet().iterator());
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    private NavigableMap<K, V> between(@Nullable K from, @Nullable K to) {
        NavigableMap<K, V> above = from == null ? entries : entries.tailMap(from, true);
        return to == null ? above : above.headMap(to, true);
    }

    private record Entries<K, V>(Iterator<Map.Entry<K, V>> entries) implements KeyValueIterator<K, V> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<K, V> next() {
            Map.Entry<K, V> next = entries.next();
            return KeyValue.pair(next.getKey(), next.getValue());
        }

        @Override
        public K peekNextKey() {
            throw new NoSuchElementException("nobody peeks here");
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}

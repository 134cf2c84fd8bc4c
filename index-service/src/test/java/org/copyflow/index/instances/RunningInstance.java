package org.copyflow.index.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.EventJson;
import org.copyflow.events.story.Story;
import org.copyflow.index.instances.Holders.Holder;
import org.copyflow.index.store.IndexStores;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;

/// An instance that holds one part of one store, and another that asks it over HTTP.
final class RunningInstance implements AutoCloseable {

    private static final StorePart HELD = new StorePart(IndexStores.COVERAGE, 0, false);

    private final SortedStore<Integer, Long> store;
    private final Metrics metrics = new Metrics();
    private final HttpServer server;
    private final InstanceClient client;
    private final Holder holder;

    private RunningInstance(
            SortedStore<Integer, Long> store, @Nullable String key, @Nullable String given, boolean onLoopback) {
        this.store = store;
        server = new HttpServer(
                new HttpServer.Settings("index", "127.0.0.1", 0, 0), metrics, EventJson.mapper(), List::of);
        server.start(new InstanceRoutes(new StoreAccess(parts()), key, onLoopback)::addTo);
        client = new InstanceClient(given, System::nanoTime);
        holder = new Holder(new HostInfo("127.0.0.1", server.address().getPort()), false);
    }

    /// @param key what the one that is asked wants
    /// @param given what the other sends
    static RunningInstance with(int entries, @Nullable String key, @Nullable String given, boolean onLoopback) {
        var store = new SortedStore<Integer, Long>();
        for (int i = 0; i < entries; i++) {
            store.put(i, i * 3L);
        }
        return new RunningInstance(store, key, given, onLoopback);
    }

    /// What the other finds that is not as in the store itself.
    List<String> differences() {
        var differences = new ArrayList<String>();
        ReadOnlyKeyValueStore<Integer, Long> remote = client.store(holder, HELD.storeName(), HELD.partition());
        for (int[] range : new int[][] {{0, 4_999}, {7, 7}, {10, 3_000}, {4_990, 9_999}, {6_000, 9_000}}) {
            int from = range[0];
            int to = range[1];
            compare(all(store.range(from, to)), all(remote.range(from, to)), differences);
            compare(all(store.reverseRange(from, to)), all(remote.reverseRange(from, to)), differences);
            compare(store.get(from), remote.get(from), differences);
        }
        compare(all(store.all()), all(remote.all()), differences);
        return differences;
    }

    void askForOne() {
        client.<Integer, Long>store(holder, HELD.storeName(), HELD.partition()).get(0);
    }

    void askForAnotherPart() {
        client.<String, Story>store(holder, IndexStores.STORIES, 1).get("story");
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    private StoreAccess.Parts parts() {
        return new StoreAccess.Parts() {
            @Override
            @SuppressWarnings("unchecked") // the one store that there is
            public <K, V> ReadOnlyKeyValueStore<K, V> store(StorePart part) {
                if (!part.equals(HELD)) {
                    throw new StoresUnavailableException(part + " is not held here", null);
                }
                return (ReadOnlyKeyValueStore<K, V>) store;
            }
        };
    }

    private static <K, V> List<KeyValue<K, V>> all(KeyValueIterator<K, V> entries) {
        var all = new ArrayList<KeyValue<K, V>>();
        try (entries) {
            entries.forEachRemaining(all::add);
        }
        return all;
    }

    private static void compare(@Nullable Object expected, @Nullable Object found, List<String> differences) {
        if (!Objects.equals(expected, found)) {
            differences.add(expected + " is not " + found);
        }
    }
}

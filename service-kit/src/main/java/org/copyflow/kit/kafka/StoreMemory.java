package org.copyflow.kit.kafka;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// Bounds the memory outside the heap that the state stores of one Streams instance take together. By itself each store
/// of each partition takes up to 98 MiB.
///
/// Kafka makes it from its class name; what the stores share comes with the configuration, so that nothing is static.
public final class StoreMemory implements RocksDBConfigSetter {

    /// The configuration key of a [Shared].
    static final String SHARED = "copyflow.store.memory";

    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static final int WRITE_BUFFERS = 2;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(SHARED) instanceof Shared shared)) {
            throw new IllegalStateException("the store " + storeName + " is configured without " + SHARED);
        }
        if (!(options.tableFormatConfig() instanceof BlockBasedTableConfig table)) {
            throw new IllegalStateException("the store " + storeName + " has no block based table");
        }
        Native memory = shared.memory();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // what is shared outlives any one store
    }

    private record Native(Cache cache, WriteBufferManager writeBuffers) {

        static Native of(long bytes) {
            var cache = new LRUCache(bytes);
            return new Native(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }

    /// What the stores share: a cache, half of which may hold what is not on disk yet. Made when the first store opens,
    /// so that settings can be read without the native library; it goes with the process. Thread-safe.
    static final class Shared {

        private final long bytes;
        private final ReentrantLock making = new ReentrantLock();
        private @Nullable Native memory;

        Shared(long bytes) {
            this.bytes = bytes;
        }

        private Native memory() {
            making.lock();
            try {
                Native made = memory == null ? Native.of(bytes) : memory;
                memory = made;
                return made;
            } finally {
                making.unlock();
            }
        }

        /// What the stores hold of it now.
        long usedBytes() {
            return memory().cache().getUsage();
        }

        @Override
        public String toString() {
            return bytes + " bytes";
        }
    }
}

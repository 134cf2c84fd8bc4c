package org.copyflow.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;

class StoreMemoryTest {

    private static final int LIMIT_BYTES = 8 << 20;
    private static final int WRITTEN_BYTES = 24 << 20;
    private static final int VALUE_BYTES = 64 << 10;

    /// RocksDB rounds up what it allocates and flushes after the fact.
    private static final int SLACK_BYTES = 2 << 20;

    private static final class Idle implements Processor<Integer, byte[], Void, Void> {

        @Override
        public void process(Record<Integer, byte[]> in) {
            // the test writes to the stores itself
        }
    }

    @TempDir
    private Path stateDir;

    @Test
    void boundsWhatAllStoresHoldTogether() {
        var properties = new Properties();
        properties.putAll(TestKafka.settings(Map.of("kafka.store-memory-bytes", Integer.toString(LIMIT_BYTES)))
                .streams("app", stateDir));
        var shared = (StoreMemory.Shared) Objects.requireNonNull(properties.get(StoreMemory.SHARED));

        try (var driver = new TopologyTestDriver(twoStores(), properties)) {
            var random = new Random(7);
            for (int at = 0; at < WRITTEN_BYTES / VALUE_BYTES; at++) {
                for (String name : new String[] {"one", "two"}) {
                    KeyValueStore<Integer, byte[]> store = driver.getKeyValueStore(name);
                    var value = new byte[VALUE_BYTES];
                    random.nextBytes(value);
                    store.put(at, value);
                    assertThat(store.get(at / 2)).hasSize(VALUE_BYTES);
                }
                assertThat(unwritten(driver)).isLessThan(LIMIT_BYTES + SLACK_BYTES);
            }
            assertThat(shared.usedBytes()).isBetween(LIMIT_BYTES / 4L, (long) LIMIT_BYTES + SLACK_BYTES);
        }
    }

    @Test
    void saysWhatItMisses() {
        try (var options = new Options()) {
            assertThatThrownBy(() -> new StoreMemory().setConfig("articles", options, Map.of()))
                    .hasMessageContaining("articles")
                    .hasMessageContaining(StoreMemory.SHARED);
        }
    }

    private static Topology twoStores() {
        var builder = new StreamsBuilder();
        for (String name : new String[] {"one", "two"}) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(name), Serdes.Integer(), Serdes.ByteArray())
                    .withLoggingDisabled());
        }
        builder.stream("in", Consumed.with(Serdes.Integer(), Serdes.ByteArray()).withName("in"))
                .process(Idle::new, Named.as("held"), "one", "two");
        return builder.build();
    }

    /// The bytes of all stores that are not on disk yet, as RocksDB counts them.
    private static long unwritten(TopologyTestDriver driver) {
        return driver.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("size-all-mem-tables"))
                .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                .sum();
    }
}

package org.copyflow.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final TopicPartition NEWS = new TopicPartition("news", 0);
    private static final Duration ALLOWED = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItHoldsAcrossARestart() throws Exception {
        try (var broker = new EmbeddedBroker(folder, 0)) {
            broker.start();
            createNews(broker);
            send(broker, "first");
        }
        try (var broker = new EmbeddedBroker(folder, 0)) {
            broker.start();
            send(broker, "second");
            assertThat(read(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void takesRecordsAsLargeAsTheyMayBeSet() throws IOException {
        var properties = new Properties();
        try (InputStream file = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            properties.load(file);
        }
        long largest = Stream.of(KafkaSettings.class.getRecordComponents())
                .map(component -> component.getAnnotation(Setting.class))
                .filter(setting -> setting.key().equals("kafka.max-record-bytes"))
                .findFirst()
                .orElseThrow()
                .max();

        assertThat(properties).containsEntry("message.max.bytes", Long.toString(largest));
    }

    @Test
    void goesOnFromWhatACrashLeaves() throws Exception {
        Path left = folder.resolve("left");
        try (var broker = new EmbeddedBroker(folder.resolve("running"), 0)) {
            broker.start();
            createNews(broker);
            send(broker, "first");
            copy(folder.resolve("running"), left);
        }
        assertThat(AfterCrash.isIn(folder.resolve("running"))).isFalse();
        assertThat(AfterCrash.isIn(left)).isTrue();
        try (var broker = new EmbeddedBroker(left, 0)) {
            broker.start();
            send(broker, "second");
            assertThat(read(broker, 2)).containsExactly("first", "second");
        }
        assertThat(AfterCrash.isIn(left)).isFalse();
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var broker = new EmbeddedBroker(folder, taken.getLocalPort())) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static void createNews(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("news", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("news", value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker, int expected) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(NEWS));
            consumer.seekToBeginning(List.of(NEWS));
            var values = new ArrayList<String>();
            long deadline = System.nanoTime() + ALLOWED.toNanos();
            while (values.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> values.add(it.value()));
            }
            return values;
        }
    }
}

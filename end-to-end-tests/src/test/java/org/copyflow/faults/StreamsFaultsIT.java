package org.copyflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.copyflow.broker.EmbeddedBroker;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.StreamsRunner;
import org.copyflow.kit.kafka.TopicSetup;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a topology cannot survive is plain for all to see: a bug that comes back, a change that the brokers refuse.
final class StreamsFaultsIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void aBugThatComesBackShutsStreamsDownAndFailsItsCheck() throws Exception {
        try (var metrics = new Metrics();
                var broker = new EmbeddedBroker(folder.resolve("broker"), 0)) {
            KafkaSettings kafka = kafka(broker, "streams");
            try (var streams = runner(kafka, topology("in"), metrics)) {
                streams.start();
                assertThat(streams.check().passed()).isFalse();
                broker.start();
                await().dontCatchUncaughtExceptions()
                        .atMost(SOON)
                        .until(() -> streams.check().passed());

                send(kafka, "boom");

                await().dontCatchUncaughtExceptions()
                        .atMost(SOON)
                        .until(() -> streams.check().detail().startsWith("state ERROR"));
                assertThat(streams.check().passed()).isFalse();
                assertThat(streams.check().detail())
                        .contains("the last failure was")
                        .contains("processor=bang");
                assertThat(metrics.scrape()).contains("copyflow_streams_failures_total{streams=\"test\"} 6.0");
            }
        }
    }

    @Test
    void aChangedTopologyIsRefusedWithARemedyThatWorks() {
        try (var broker = new EmbeddedBroker(folder.resolve("broker"), 0)) {
            broker.start();
            assertThat(detailOnceSettled(kafka(broker, "streams"), "in")).startsWith("state RUNNING");
            assertThat(detailOnceSettled(kafka(broker, "streams"), "other"))
                    .startsWith("state ERROR")
                    .contains("Topology updates are not supported")
                    .contains("kafka.streams-group-protocol=classic");
            assertThat(detailOnceSettled(kafka(broker, "classic"), "other")).startsWith("state RUNNING");
            assertThat(detailOnceSettled(kafka(broker, "streams"), "other")).startsWith("state RUNNING");
        }
    }

    /// What the check says of the topology once it runs or has given up; then it is closed.
    private String detailOnceSettled(KafkaSettings kafka, String in) {
        try (var metrics = new Metrics();
                var streams = runner(kafka, topology(in), metrics)) {
            streams.start();
            await().dontCatchUncaughtExceptions()
                    .atMost(SOON)
                    .until(() ->
                            streams.check().passed() || streams.check().detail().startsWith("state ERROR"));
            return streams.check().detail();
        }
    }

    private StreamsRunner runner(KafkaSettings kafka, Topology topology, Metrics metrics) {
        var topics = Stream.of("in", "other", "out")
                .map(name -> new TopicSetup.Topic(name, 1, Map.of()))
                .toList();
        return new StreamsRunner(
                "test",
                topology,
                kafka.streams("test", folder.resolve("state")),
                new TopicSetup(kafka, topics),
                metrics);
    }

    private static KafkaSettings kafka(EmbeddedBroker broker, String protocol) {
        return new SettingsReader(
                        Map.of(
                                "kafka.bootstrap-servers",
                                broker.bootstrapServers(),
                                "kafka.streams-group-protocol",
                                protocol),
                        Map.of())
                .read(KafkaSettings.class);
    }

    private static Topology topology(String in) {
        var builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.String(), Serdes.String()))
                .mapValues(StreamsFaultsIT::bang, Named.as("bang"))
                .to("out", Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static String bang(String value) {
        if (value.equals("boom")) {
            throw new IllegalStateException("a bug");
        }
        return value;
    }

    private static void send(KafkaSettings kafka, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.producer("test"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("in", "key", value)).get();
        }
    }
}

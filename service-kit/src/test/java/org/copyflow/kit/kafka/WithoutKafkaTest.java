package org.copyflow.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators see while nobody answers where Kafka should be: failing checks, and no exceptions.
final class WithoutKafkaTest {

    @Test
    void theKafkaCheckFailsSoonAndNamesTheAddress() {
        KafkaSettings nobody = TestKafka.nobody();
        try (var check = new KafkaCheck(nobody, "test-check")) {
            check.check();
            Instant before = Instant.now();

            Check found = check.check();

            assertThat(found.passed()).isFalse();
            assertThat(found.name()).isEqualTo("kafka");
            assertThat(found.detail()).contains(nobody.bootstrapServers()).doesNotContain("Exception");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void theKafkaCheckFailsWhereTheNameCannotBeResolved() {
        var unknown = TestKafka.settings(Map.of("kafka.bootstrap-servers", "no-such-host.invalid:9092"));
        try (var check = new KafkaCheck(unknown, "test-check")) {
            assertThat(check.check().passed()).isFalse();
            assertThat(check.check().detail()).contains("no-such-host.invalid");
        }
    }

    @Test
    void theKafkaCheckFailsWhereNoBrokerServes() {
        assertThat(KafkaCheck.found(0, "kafka:9092").passed()).isFalse();
        assertThat(KafkaCheck.found(0, "kafka:9092").detail()).contains("no broker", "kafka:9092");
        assertThat(KafkaCheck.found(1, "kafka:9092")).isEqualTo(Check.passed("kafka", "1 broker at kafka:9092"));
    }

    @Test
    void streamsWaitForTheirTopicsAndCanBeClosed(@TempDir Path state) {
        KafkaSettings nobody = TestKafka.nobody();
        var builder = new StreamsBuilder();
        builder.stream("articles").to("views");
        var topics = new TopicSetup(nobody, List.of(new TopicSetup.Topic("articles", 1, Map.of())));
        try (var metrics = new Metrics()) {
            var runner = new StreamsRunner("test", builder.build(), nobody.streams("test", state), topics, metrics);

            runner.start();

            assertThat(runner.check().passed()).isFalse();
            assertThat(runner.check().name()).isEqualTo("streams");
            assertThat(runner.check().detail()).contains("waits for topics").contains("articles");
            assertThatNoException().isThrownBy(runner::close);
            assertThatNoException().isThrownBy(runner::close);
        }
    }
}

package org.copyflow.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the publisher does where nobody answers; what it does where somebody does is tested with a real broker.
final class KafkaPublisherTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final RawArticle ARTICLE = new RawArticle(
            "event",
            "desk",
            "a",
            "text/plain",
            null,
            null,
            null,
            ArticleStatus.USABLE,
            null,
            Instant.EPOCH,
            new byte[9]);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "no-such-host.invalid:9092"})
    void failsInTimeWhereNobodyAnswers(String bootstrapServers) {
        try (var metrics = new Metrics();
                var publisher = new KafkaPublisher(kafka(bootstrapServers), TIMEOUT, metrics)) {
            CompletableFuture<Receipt> receipt = publisher.publish(ARTICLE, TraceParent.of(null));

            assertThatThrownBy(() -> receipt.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotPublishedException.class,
                            e -> assertThat(e.worthRetrying()).isTrue());
        }
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        try (var metrics = new Metrics()) {
            var publisher = new KafkaPublisher(kafka("127.0.0.1:1"), TIMEOUT, metrics);
            publisher.close();

            assertThat(publisher.publish(ARTICLE, TraceParent.of(null))).isCompletedExceptionally();
            publisher.close();
        }
    }

    private static KafkaSettings kafka(String bootstrapServers) {
        return new SettingsReader(Map.of("kafka.bootstrap-servers", bootstrapServers), Map.of())
                .read(KafkaSettings.class);
    }
}

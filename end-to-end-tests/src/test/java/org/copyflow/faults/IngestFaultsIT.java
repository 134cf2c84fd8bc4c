package org.copyflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.broker.EmbeddedBroker;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.IngestService;
import org.copyflow.ingest.IngestSettings;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Ingest alone, and its broker.
final class IngestFaultsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int KEYS = 20;

    @TempDir
    private Path folder;

    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedBroker broker = new EmbeddedBroker(Path.of("unused"), 0);
    private KafkaSettings kafka = kafka(broker);
    private IngestService ingest = new IngestService(settings(), kafka, metrics);

    @BeforeEach
    void start() {
        broker = new EmbeddedBroker(folder, 0);
        kafka = kafka(broker);
        ingest = new IngestService(settings(), kafka, metrics);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        ingest.close();
        broker.close();
        metrics.close();
    }

    @Test
    void anArticleIsAcceptedOnlyWhileTheBrokerRuns() throws Exception {
        ingest.start();
        assertRefused(push("before"));

        broker.start();
        awaitReady();
        assertThat(push("first").statusCode()).isEqualTo(202);

        broker.close();
        await().atMost(SOON).until(() -> !ingest.ready());
        assertRefused(push("second"));

        broker.start();
        awaitReady();
        assertThat(push("second").statusCode()).isEqualTo(202);
    }

    @Test
    void aReceiptFollowsItsArticleThroughARestartUntilKafkaForgetsIt() throws Exception {
        broker.start();
        ingest.start();
        awaitReady();
        HttpResponse<String> accepted = push("item");
        String receipt = accepted.headers().firstValue("Location").orElseThrow();
        String id = json(accepted).path("id").asString();
        assertThat(json(get(receipt)).path("status").asString()).isEqualTo("accepted");

        try (Producer<String, ArticleOutcome> enrichment = enrichment()) {
            enrichment.initTransactions();
            enrichment.beginTransaction();
            enrichment.send(published(id, receipt)).get();
            assertThat(json(get(receipt)).path("status").asString())
                    .as("before its transaction is committed")
                    .isEqualTo("accepted");
            enrichment.commitTransaction();
        }
        await().atMost(SOON).until(() -> isPublished(receipt));

        ingest.close();
        ingest = new IngestService(settings(), kafka, metrics);
        ingest.start();
        awaitReady();
        assertThat(isPublished(receipt))
                .as("ready means that outcomes are known again")
                .isTrue();

        forgetRawRecords(receipt);
        assertThat(get(receipt).statusCode()).isEqualTo(404);
        assertThat(push("item").statusCode()).isEqualTo(202);
    }

    @Test
    void twoInstancesCarryOutAPushWithAKeyOnce() throws Exception {
        broker.start();
        ingest.start();
        try (var moreMetrics = new Metrics();
                var other = new IngestService(settings(), kafka, moreMetrics)) {
            other.start();
            awaitReady();
            await().atMost(SOON).until(other::ready);
            for (int i = 0; i < KEYS; i++) {
                String key = "key-" + i;
                CompletableFuture<String> here = pushUntilAnswered(ingest, key);
                CompletableFuture<String> there = pushUntilAnswered(other, key);
                assertThat(here.get()).as("receipt of %s", key).isEqualTo(there.get());
            }
        }
        assertThat(rawRecords()).isEqualTo(KEYS);

        ingest.close();
        ingest = new IngestService(settings(), kafka, metrics);
        ingest.start();
        awaitReady();
        pushUntilAnswered(ingest, "key-0").get();
        assertThat(rawRecords()).as("after a restart").isEqualTo(KEYS);
    }

    /// Pushes with a key, again while another push with it is under way.
    ///
    /// @return the receipt's place
    private CompletableFuture<String> pushUntilAnswered(IngestService instance, String key) {
        return http.sendAsync(push(instance, key).header("Idempotency-Key", key).build(), BodyHandlers.ofString())
                .thenCompose(answer -> {
                    if (answer.statusCode() == 409) {
                        return CompletableFuture.supplyAsync(
                                        () -> key, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                                .thenCompose(again -> pushUntilAnswered(instance, again));
                    }
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                    return CompletableFuture.completedFuture(
                            answer.headers().firstValue("Location").orElseThrow());
                });
    }

    private long rawRecords() throws Exception {
        try (Admin admin = Admin.create(kafka.admin("test"))) {
            String topic = EventTopics.ARTICLES_RAW.name();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription described :
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
                described
                        .partitions()
                        .forEach(each -> ends.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
            }
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).path("code").asString()).isEqualTo("kafka-unavailable");
    }

    private void awaitReady() {
        await().atMost(SOON).until(ingest::ready);
    }

    private boolean isPublished(String receipt) throws Exception {
        JsonNode found = json(get(receipt));
        return found.path("status").asString().equals("published")
                && found.path("articles").size() == 2;
    }

    private Producer<String, ArticleOutcome> enrichment() {
        Map<String, Object> config = kafka.producer("enrichment");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "enrichment");
        return new KafkaProducer<>(
                config,
                EventTopics.ARTICLES_OUTCOMES.keySerde().serializer(),
                EventTopics.ARTICLES_OUTCOMES.valueSerde().serializer());
    }

    private static ProducerRecord<String, ArticleOutcome> published(String id, String receipt) {
        TopicPartition partition = partition(receipt);
        var outcome = new ArticleOutcome(
                id,
                "desk",
                partition.partition(),
                offset(receipt),
                Outcome.PUBLISHED,
                List.of(id, id + "~2"),
                null,
                null,
                null,
                null,
                Instant.now(),
                Instant.now());
        return new ProducerRecord<>(EventTopics.ARTICLES_OUTCOMES.name(), id, outcome);
    }

    private void forgetRawRecords(String receipt) throws Exception {
        try (Admin admin = Admin.create(kafka.admin("test"))) {
            admin.deleteRecords(Map.of(partition(receipt), RecordsToDelete.beforeOffset(offset(receipt) + 1)))
                    .all()
                    .get();
        }
    }

    private static TopicPartition partition(String receipt) {
        String name = receipt.substring(receipt.lastIndexOf('/') + 1);
        return new TopicPartition(
                EventTopics.ARTICLES_RAW.name(), Integer.parseInt(name.substring(0, name.indexOf('-'))));
    }

    private static long offset(String receipt) {
        return Long.parseLong(receipt.substring(receipt.lastIndexOf('-') + 1));
    }

    private HttpResponse<String> push(String uri) throws Exception {
        return http.send(push(ingest, uri).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder push(IngestService instance, String uri) {
        return HttpRequest.newBuilder(instance.address().resolve("/v1/articles?source=desk&uri=" + uri))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("The ferry runs all night."));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(ingest.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return EventJson.mapper().readTree(answer.body());
    }

    private static IngestSettings settings() {
        return new SettingsReader(Map.of("ingest.port", "0", "ingest.publish-timeout", "3s"), Map.of())
                .read(IngestSettings.class);
    }

    private static KafkaSettings kafka(EmbeddedBroker broker) {
        return new SettingsReader(Map.of("kafka.bootstrap-servers", broker.bootstrapServers()), Map.of())
                .read(KafkaSettings.class);
    }
}

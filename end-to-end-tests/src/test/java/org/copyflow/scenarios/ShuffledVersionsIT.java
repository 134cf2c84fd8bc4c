package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Items of several sources, three versions each, every version pushed twice, all in a random order: what stands at
/// the end are the newest versions, and every push was counted once. The number of items is the system property
/// `copyflow.shuffled-items`, 300 by itself; `-Dcopyflow.shuffled-items=10000` is the size to show.
@Timeout(value = 45, unit = TimeUnit.MINUTES)
final class ShuffledVersionsIT {

    private static final int ITEMS = Integer.getInteger("copyflow.shuffled-items", 150);
    private static final int VERSIONS = 3;
    private static final int TIMES = 2;
    private static final int BATCH = 400;
    private static final long SEED = 20_261_122;
    private static final List<String> SOURCES = List.of("agency", "paper", "station", "desk");
    private static final Duration PATIENCE = Duration.ofMinutes(40);

    @TempDir
    private Path folder;

    /// One push of one version.
    private record Push(int item, int version) {

        String source() {
            return SOURCES.get(item % SOURCES.size());
        }

        String uri() {
            return "urn:shuffled:" + item;
        }

        String line() {
            String text =
                    "# Report " + item + " as of hour " + version + "\n\nThe port of Lindvik counted " + (item + 1)
                            + " ships and " + version + "." + item % 10 + " percent more traffic, said Maria Holm.\n";
            return EventJson.mapper()
                    .writeValueAsString(Map.of(
                            "mediaType", "text/markdown", "content", text, "uri", uri(), "version", "" + version));
        }
    }

    @Test
    void endsWithTheNewestVersionsAndCountsEveryPushOnce() {
        List<Push> pushes = pushes();
        try (CopyflowProcess copyflow = CopyflowProcess.up(folder.resolve("data"))) {
            Instant begin = Instant.now();
            for (String source : SOURCES) {
                pushAll(copyflow.client(), source, pushes);
            }
            Duration accepted = Duration.between(begin, Instant.now());
            Map<String, Map<String, Integer>> counts = countsOnceAllLeft(copyflow, pushes.size());
            Duration left = Duration.between(begin, Instant.now());
            assertCountsBalance(counts);
            assertNewestVersionsStand(copyflow);
            System.out.printf(
                    "%d items × %d versions × %d pushes, seed %d: accepted in %d s, all left in %d s; by source %s%n",
                    ITEMS, VERSIONS, TIMES, SEED, accepted.toSeconds(), left.toSeconds(), counts);
        }
    }

    private static List<Push> pushes() {
        var pushes = new ArrayList<Push>();
        for (int time = 0; time < TIMES; time++) {
            for (int item = 0; item < ITEMS; item++) {
                for (int version = 1; version <= VERSIONS; version++) {
                    pushes.add(new Push(item, version));
                }
            }
        }
        Collections.shuffle(pushes, new Random(SEED));
        return pushes;
    }

    private static void pushAll(PipelineClient client, String source, List<Push> all) {
        List<Push> pushes =
                all.stream().filter(push -> push.source().equals(source)).toList();
        for (int from = 0; from < pushes.size(); from += BATCH) {
            List<String> lines = pushes.subList(from, Math.min(pushes.size(), from + BATCH)).stream()
                    .map(Push::line)
                    .toList();
            client.pushedBatch(source, lines);
        }
    }

    /// Reads `articles.outcomes` until every raw record is in it: source → word → how many.
    private static Map<String, Map<String, Integer>> countsOnceAllLeft(CopyflowProcess copyflow, int pushes) {
        var seen = new HashSet<String>();
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        try (Consumer<String, ArticleOutcome> consumer = consumer(copyflow, EventTopics.ARTICLES_OUTCOMES)) {
            await("all " + pushes + " raw records to leave").atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, ArticleOutcome> found : consumer.poll(Duration.ofMillis(200))) {
                    ArticleOutcome told = found.value();
                    assertThat(seen.add(told.partition() + "-" + told.offset()))
                            .as("a raw record that leaves once: %s", told)
                            .isTrue();
                    counts.computeIfAbsent(told.source(), _ -> new TreeMap<>())
                            .merge(told.outcome().word(), 1, Integer::sum);
                }
                return seen.size() >= pushes;
            });
        }
        return counts;
    }

    private static void assertCountsBalance(Map<String, Map<String, Integer>> counts) {
        for (int i = 0; i < SOURCES.size(); i++) {
            int source = i;
            Map<String, Integer> words = Objects.requireNonNull(counts.get(SOURCES.get(i)));
            long items = IntStream.range(0, ITEMS)
                    .filter(item -> item % SOURCES.size() == source)
                    .count();
            assertThat(words.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(Math.toIntExact(items * VERSIONS * TIMES));
            assertThat(words.keySet()).isSubsetOf("published", "duplicate", "stale");
            assertThat(words.get("published")).isBetween((int) items, (int) items * VERSIONS);
        }
    }

    /// Both on Kafka and in the views.
    private static void assertNewestVersionsStand(CopyflowProcess copyflow) {
        Map<String, Article> newest = new HashMap<>();
        try (Consumer<String, Article> consumer = consumer(copyflow, EventTopics.ARTICLES_ENRICHED)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> newest.put(found.key(), found.value()));
            }
        }
        assertThat(newest).hasSize(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            var last = new Push(item, VERSIONS);
            String id = DocumentIds.documentId(last.source(), last.uri());
            Article article = Objects.requireNonNull(newest.get(id), last.uri());
            assertThat(article.version()).as(last.uri()).isEqualTo(VERSIONS);
            assertThat(article.title()).isEqualTo("Report " + item + " as of hour " + VERSIONS);
        }
        for (int i = 0; i < SOURCES.size(); i++) {
            String topic = "source:" + SOURCES.get(i);
            int source = i;
            long items = IntStream.range(0, ITEMS)
                    .filter(item -> item % SOURCES.size() == source)
                    .count();
            await(topic).atMost(PATIENCE).until(() -> copyflow.client().articlesIn(topic) == items);
            await(topic + "'s newest")
                    .atMost(PATIENCE)
                    .until(() -> copyflow.client()
                            .view(topic)
                            .path("newest")
                            .valueStream()
                            .allMatch(card -> card.path("version").asLong() == VERSIONS));
        }
    }

    private static <V> Consumer<String, V> consumer(CopyflowProcess copyflow, EventTopic<String, V> topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                copyflow.kafkaAddress(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        var consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        return consumer;
    }
}

package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copyflow.broker.EmbeddedBroker;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.DeadLetter;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {

    private static final int PARTITIONS = 2;
    private static final String RAW = EventTopics.ARTICLES_RAW.name();
    private static final String DEAD_LETTERS = EventTopics.ARTICLES_DEAD_LETTERS.name();

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder, 0);
        broker.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(RAW, PARTITIONS, (short) 1),
                            new NewTopic(DEAD_LETTERS, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void listsAndShowsALetterWithItsReason() throws Exception {
        String id = putAside("broken.json", "unreadable-json", "{\"headline\": ");

        Run list = run("list");
        assertThat(list.exitCode()).isZero();
        assertThat(list.lines()).hasSize(2);
        assertThat(list.lines().get(1)).startsWith(id).contains("agency", "unreadable-json", "articles.raw/0-7", "no");

        Run show = run("show", id);
        assertThat(show.out()).contains("ce_errorcode: unreadable-json", "ce_source: agency", "{\"headline\": ");
    }

    @Test
    void replaysALetterOnceWithItsBytesAndOneAttemptMore() throws Exception {
        String id = putAside("broken.json", "unreadable-json", "{\"headline\": ");

        Run first = run("replay", id);
        Run second = run("replay", "--all");

        assertThat(first.out()).contains("replayed  " + id);
        assertThat(second.out()).contains("already replayed  " + id);
        assertThat(run("list").lines().get(1)).contains("yes");
        List<ConsumerRecord<String, byte[]>> raw = read(RAW);
        assertThat(raw).hasSize(1);
        assertThat(raw.getFirst().value()).isEqualTo("{\"headline\": ".getBytes(StandardCharsets.UTF_8));
        var headers = new EventHeaders(raw.getFirst().headers());
        assertThat(headers.get(EventHeaders.CE_TYPE)).isEqualTo(RawArticle.EVENT_TYPE);
        assertThat(headers.get(EventHeaders.CE_ID)).isNotEqualTo("event-1");
        assertThat(headers.number(EventHeaders.ATTEMPT)).isEqualTo(2);
        assertThat(headers.get(EventHeaders.REPLAY_OF)).isEqualTo(id);
        assertThat(headers.get(EventHeaders.ERROR_CODE)).isNull();
        assertThat(headers.get(EventHeaders.CE_SUBJECT)).isEqualTo("broken.json");
    }

    @Test
    void replaysOnlyTheLettersWithTheCode() throws Exception {
        putAside("broken.json", "unreadable-json", "{");
        String unknown = putAside("page.pdf", "unknown-media-type", "%PDF-");

        Run replay = run("replay", "--code", "unknown-media-type");

        assertThat(replay.lines()).hasSize(1);
        assertThat(replay.out()).contains(unknown);
        assertThat(read(RAW))
                .extracting(raw -> new String(raw.value(), StandardCharsets.UTF_8))
                .containsExactly("%PDF-");
    }

    @Test
    void saysWhichLettersAreNotThere() {
        assertThat(run("show", "0-99").exitCode()).isEqualTo(2);
        assertThat(run("show", "9-0").err()).contains("There is no dead letter 9-0");
        Run replay = run("replay", "0-99");
        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err()).contains("there is no dead letter 0-99");
        assertThat(run("replay", "nonsense").err()).contains("not a dead letter's id: 'nonsense'");
    }

    private Run run(String... arguments) {
        var all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", broker.bootstrapServers()));
        return Run.of(all.toArray(String[]::new));
    }

    private String putAside(String uri, String code, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        var raw = new RawArticle(
                "event-1",
                "agency",
                uri,
                "application/json",
                null,
                null,
                null,
                ArticleStatus.USABLE,
                null,
                Instant.parse("2026-03-05T10:00:00Z"),
                bytes);
        var dead = new ProducerRecord<>(DEAD_LETTERS, raw.documentId(), bytes);
        raw.writeTo(dead.headers());
        new DeadLetter("enrich", code, "cannot be read", RAW, 0, 7, 1).writeTo(dead.headers());
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var written = producer.send(dead).get();
            return written.partition() + "-" + written.offset();
        }
    }

    /// All that is committed.
    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}

package org.copyflow.index.search.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.awaitility.Awaitility;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SearchFeederTest {

    private static final String TOPIC = EventTopics.ARTICLES_ENRICHED.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<MockConsumer<String, byte[]>> consumers = new LinkedBlockingQueue<>();
    private volatile Instant now = NOON;
    private SearchIndex index;
    private SearchFeeder feeder;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder);
        feeder = feeder("topic-one");
    }

    @AfterEach
    void close() throws IOException {
        feeder.close();
        index.close();
    }

    @Test
    void isCompleteOnceEverythingPublishedBeforeIsFound() {
        MockConsumer<String, byte[]> consumer = consumer(2);
        consumer.schedulePollTask(() -> consumer.addRecord(put(0, "a")));
        feeder.start();
        Awaitility.await().atMost(LONG).until(() -> index.articles() == 1);
        assertThat(feeder.isComplete()).isFalse();
        assertThat(feeder.check().passed()).isFalse();

        consumer.schedulePollTask(() -> consumer.addRecord(put(1, "b")));
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(feeder.check().passed()).isTrue();
        assertThat(index.articles()).isEqualTo(2);
    }

    @Test
    void takesOutWhatATombstoneWithdrawsAndPassesOverWhatIsNoArticle() {
        MockConsumer<String, byte[]> consumer = consumer(3);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(put(0, "a"));
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "b", "{".getBytes(StandardCharsets.UTF_8)));
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, "a", null));
        });
        feeder.start();
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(index.articles()).isZero();
    }

    @Test
    void showsAllToTheFirstWhoSearchesAndThenWhatComes() throws IOException {
        MockConsumer<String, byte[]> consumer = consumer(1);
        consumer.schedulePollTask(() -> consumer.addRecord(put(0, "a")));
        feeder.start();
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(found()).isEqualTo(1);

        consumer.schedulePollTask(() -> consumer.addRecord(put(1, "b")));
        Awaitility.await().atMost(LONG).until(() -> found() == 2);
    }

    private int found() throws IOException {
        return index.search(searcher -> searcher.count(new MatchAllDocsQuery()));
    }

    @Test
    void goesOnFromTheLastCommit() throws IOException {
        index.put(article("a", "desk").build());
        index.commit(new IndexPosition("topic-one", Map.of(0, 1L), NOON.minusSeconds(60)));
        MockConsumer<String, byte[]> consumer = consumer(2);
        consumer.schedulePollTask(() -> consumer.addRecord(put(1, "b")));
        feeder.start();
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(index.articles()).isEqualTo(2);

        now = NOON.plusSeconds(10);
        Awaitility.await().atMost(LONG).until(() -> index.position().next().equals(Map.of(0, 2L)));
    }

    @Test
    void beginsAnewWhereItMayHaveMissedAWithdrawal() throws IOException {
        index.put(article("withdrawn", "desk").build());
        index.commit(new IndexPosition("topic-one", Map.of(0, 1L), NOON.minus(Duration.ofHours(13))));
        readsAllAnew();
    }

    @Test
    void beginsAnewWhereTheTopicWasMadeAnew() throws IOException {
        index.put(article("of-old", "desk").build());
        index.commit(new IndexPosition("topic-zero", Map.of(0, 1L), NOON));
        readsAllAnew();
    }

    @Test
    void beginsAnewBeyondTheEndOfTheTopic() throws IOException {
        index.put(article("of-old", "desk").build());
        index.commit(new IndexPosition("topic-one", Map.of(0, 100L), NOON));
        readsAllAnew();
    }

    @Test
    void goesOnAfterKafkaFails() {
        MockConsumer<String, byte[]> failing = consumer(1);
        failing.schedulePollTask(() -> failing.setPollException(new KafkaException("the cluster is gone")));
        MockConsumer<String, byte[]> next = consumer(1);
        next.schedulePollTask(() -> next.addRecord(put(0, "a")));
        feeder.start();
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(index.articles()).isEqualTo(1);
    }

    private void readsAllAnew() {
        MockConsumer<String, byte[]> consumer = consumer(2);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(put(0, "a"));
            consumer.addRecord(put(1, "b"));
        });
        feeder.start();
        Awaitility.await().atMost(LONG).until(feeder::isComplete);
        assertThat(index.articles()).isEqualTo(2);
    }

    private SearchFeeder feeder(String topicId) {
        var source = new ArticleSource() {
            @Override
            public Consumer<String, byte[]> consumer() {
                return consumers.remove();
            }

            @Override
            public String topicId() {
                return topicId;
            }
        };
        return new SearchFeeder(index, source, () -> now, new SimpleMeterRegistry());
    }

    private MockConsumer<String, byte[]> consumer(long end) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        var node = new Node(0, "127.0.0.1", 9_092);
        consumer.updatePartitions(
                TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumers.add(consumer);
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> put(long offset, String id) {
        return new ConsumerRecord<>(
                TOPIC,
                0,
                offset,
                id,
                EventJson.mapper().writeValueAsBytes(article(id, "desk").build()));
    }
}

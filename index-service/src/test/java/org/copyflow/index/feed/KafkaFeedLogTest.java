package org.copyflow.index.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.topic.CardOf;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KafkaFeedLogTest {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Cursor END = Cursor.of("feed", Map.of(0, 9L));

    private final List<byte[]> records = new ArrayList<>();
    private long beginning;
    private int consumers;
    private final List<Long> seeks = new CopyOnWriteArrayList<>();
    private volatile long failsAt = -1;
    private volatile long waitsAt = -1;
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final KafkaFeedLog log = new KafkaFeedLog(this::consumer, new Withdrawals());

    @Test
    void readsWhatFollowsACursorUpToAnother() {
        for (int i = 0; i < 12; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }

        Stretch first = log.read(Filter.ALL, Cursor.parse("0-2"), END, 4);
        assertThat(articles(first)).containsExactly("a3", "a4", "a5", "a6");
        assertThat(first.reached()).hasToString("feed~0-6");
        assertThat(first.events().getFirst().cursor()).hasToString("feed~0-3");
        assertThat(first.expired()).isFalse();

        Stretch second = log.read(Filter.ALL, first.reached(), END, 4);
        assertThat(articles(second)).containsExactly("a7", "a8", "a9");
        assertThat(second.reached()).isEqualTo(END);
    }

    @Test
    void saysWhereTheBeginningIsGone() {
        beginning = 8;
        for (int i = 0; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }

        Stretch read = log.read(Filter.ALL, Cursor.parse("0-2"), END, 100);

        assertThat(read.expired()).isTrue();
        assertThat(articles(read)).containsExactly("a8", "a9");
    }

    @Test
    void saysOnceThatTheBeginningIsGone() {
        beginning = 8;
        for (int i = 0; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }

        Stretch nothing = log.read(Filter.ALL, Cursor.parse("0-2"), END, 0);
        assertThat(nothing.expired()).isTrue();
        Stretch rest = log.read(Filter.ALL, nothing.reached(), END, 100);

        assertThat(rest.expired()).isFalse();
        assertThat(articles(rest)).containsExactly("a8", "a9");
    }

    @Test
    void saysThatATimeIsBeforeTheBeginning() {
        beginning = 8;
        for (int i = 0; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }

        Stretch from = log.from(NOON);
        Stretch read = log.read(Filter.ALL, from.reached(), END, 100);

        assertThat(from.expired()).isTrue();
        assertThat(read.expired()).isTrue();
        assertThat(articles(read)).containsExactly("a8", "a9");
    }

    @Test
    void tellsNothingOfWhatWasWithdrawnLater() {
        for (int i = 0; i < 9; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }
        records.add(event(Change.REMOVED, "a3"));

        Stretch read = log.read(Filter.ALL, Cursor.parse("0-2"), END, 2);

        assertThat(read.events().get(0).json()).contains("a3").doesNotContain("Title");
        assertThat(read.events().get(1).json()).contains("Title of a4");
    }

    @Test
    void keepsWhatItFoundOfWithdrawalsWhereItCannotGoOn() {
        for (int i = 0; i < 10; i++) {
            records.add(event(i == 5 ? Change.REMOVED : Change.ADDED, i == 5 ? "a1" : "a" + i));
        }
        var pieces = new KafkaFeedLog(this::consumer, new Withdrawals(), 3);
        failsAt = 4;
        assertThatThrownBy(() -> pieces.read(Filter.ALL, Cursor.parse("0--1"), END, 2))
                .isInstanceOf(FeedUnavailableException.class);
        assertThat(seeks).containsExactly(7L, 4L);
        failsAt = -1;
        seeks.clear();

        Stretch read = pieces.read(Filter.ALL, Cursor.parse("0--1"), END, 2);

        assertThat(seeks).containsExactly(4L, 1L, 0L, 0L);
        assertThat(read.events().get(0).json()).contains("Title of a0");
        assertThat(read.events().get(1).json()).contains("a1").doesNotContain("Title");
    }

    @Test
    void looksForWithdrawalsNoFurtherBackThanTheFeedIsKept() {
        beginning = 8;
        for (int i = 0; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }
        var pieces = new KafkaFeedLog(this::consumer, new Withdrawals(), 1);

        assertThat(articles(pieces.read(Filter.ALL, Cursor.parse("0--1"), END, 9)))
                .containsExactly("a8", "a9");
        assertThat(seeks).containsExactly(9L, 8L, 8L);
    }

    @Test
    void letsOthersReadWhileItLooksForWithdrawals() throws Exception {
        for (int i = 0; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }
        var pieces = new KafkaFeedLog(this::consumer, new Withdrawals(), 1);
        pieces.read(Filter.ALL, Cursor.parse("0-8"), END, 9);
        waitsAt = 8;
        var far = new FutureTask<>(() -> pieces.read(Filter.ALL, Cursor.parse("0-2"), END, 9));
        Thread.ofVirtual().start(far);
        waiting.await();

        assertThat(articles(pieces.read(Filter.ALL, Cursor.parse("0-8"), END, 9)))
                .containsExactly("a9");
        assertThat(far.isDone()).isFalse();

        goOn.countDown();
        assertThat(articles(far.get())).hasSize(7);
    }

    @Test
    void passesOverWhatIsNoEvent() {
        records.add("{".getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i < 10; i++) {
            records.add(event(Change.ADDED, "a" + i));
        }

        assertThat(log.read(Filter.ALL, Cursor.parse("0--1"), END, 100).events())
                .hasSize(9);
    }

    @Test
    void saysThatItCannotRead() {
        consumers = -1;

        assertThatThrownBy(() -> log.read(Filter.ALL, Cursor.parse("0-2"), END, 4))
                .isInstanceOf(FeedUnavailableException.class)
                .hasMessageContaining("no broker");
    }

    @Test
    void saysSoonThatKafkaDoesNotAnswer() {
        KafkaSettings nobody = new SettingsReader(Map.of("kafka.bootstrap-servers", "127.0.0.1:1"), Map.of())
                .read(KafkaSettings.class);
        try (var of = KafkaFeedLog.of(nobody, "test", new Withdrawals())) {
            assertThatThrownBy(() -> of.from(NOON)).isInstanceOf(FeedUnavailableException.class);
        }
    }

    private MockConsumer<String, byte[]> consumer() {
        if (consumers < 0) {
            throw new KafkaException("no broker");
        }
        var consumer = new MockConsumer<String, byte[]>("earliest") {
            @Override
            public synchronized void seek(TopicPartition partition, long offset) {
                super.seek(partition, offset);
                seeks.add(offset);
                schedulePollTask(() -> {
                    hinder(this, offset);
                    for (int i = (int) offset; i < records.size(); i++) {
                        addRecord(new ConsumerRecord<>(TOPIC, 0, i, "source:agency", records.get(i)));
                    }
                });
            }

            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> times) {
                return Map.of(PARTITION, new OffsetAndTimestamp(beginning, NOON.toEpochMilli()));
            }
        };
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        consumer.updateEndOffsets(Map.of(PARTITION, 10L));
        consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
        return consumer;
    }

    private void hinder(MockConsumer<String, byte[]> consumer, long offset) {
        if (offset == failsAt) {
            consumer.setPollException(new KafkaException("the broker is gone"));
        }
        if (offset == waitsAt) {
            waiting.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static byte[] event(Change change, String articleId) {
        var card = CardOf.of(article(articleId, "agency").build());
        var event = new TopicEvent(
                new TopicRef("source:agency", "agency", "source"),
                change,
                NOON,
                change == Change.REMOVED ? card.withoutContent() : card,
                null);
        return EventJson.mapper().writeValueAsBytes(event);
    }

    private static List<String> articles(Stretch stretch) {
        return stretch.events().stream()
                .map(seen -> seen.event().article().id())
                .toList();
    }
}

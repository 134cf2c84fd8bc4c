package org.copyflow.index.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.Test;

class KafkaFeedLogTest {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Cursor END = Cursor.of("feed", Map.of(0, 9L));

    private final List<byte[]> records = new ArrayList<>();
    private long beginning;
    private int consumers;
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

    private MockConsumer<String, byte[]> consumer() {
        if (consumers < 0) {
            throw new KafkaException("no broker");
        }
        var consumer = new MockConsumer<String, byte[]>("earliest") {
            @Override
            public synchronized void seek(TopicPartition partition, long offset) {
                super.seek(partition, offset);
                schedulePollTask(() -> {
                    for (int i = (int) offset; i < records.size(); i++) {
                        addRecord(new ConsumerRecord<>(TOPIC, 0, i, "source:agency", records.get(i)));
                    }
                });
            }
        };
        consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
        return consumer;
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

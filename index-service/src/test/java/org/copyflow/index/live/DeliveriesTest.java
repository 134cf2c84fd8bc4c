package org.copyflow.index.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.RawPlace;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who followed a raw record, and who got it.
class DeliveriesTest {

    private Instant now = NOON;
    private final Deliveries deliveries = new Deliveries(() -> now);
    private final Subscribers subscribers = new Subscribers(
            new Subscribers.Limits(10, 2, 10), deliveries, new Withdrawals(), new SimpleMeterRegistry());
    private long offset;

    @BeforeEach
    void ready() {
        subscribers.startAt(0, -1);
        subscribers.ready();
    }

    @Test
    void countsWhoFollowedAndWhoGotAllOfIt() {
        Subscription one = subscribers.subscribe("source:agency");
        Subscription all = subscribers.subscribe(Filter.ALL, 0);
        subscribers.subscribe("place:oslo");
        SeenEvent first = happens("d1", 7);
        SeenEvent second = happens("d1~2", 7);
        one.written(first);
        one.written(second);
        all.written(first);

        now = NOON.plusSeconds(1);
        assertThat(deliveries.take()).isEmpty();
        now = NOON.plusSeconds(5);
        assertThat(deliveries.take()).containsExactly(new ArticleDelivery("d1", 0, 7, "sse", 2, 1, now));
        assertThat(deliveries.take()).isEmpty();
    }

    @Test
    void isOverAfterASecondWhereEverybodyGotIt() {
        Subscription one = subscribers.subscribe("source:agency");
        one.written(happens("d1", 7));
        assertThat(deliveries.take()).isEmpty();
        now = NOON.plusSeconds(1);
        assertThat(deliveries.take())
                .extracting(ArticleDelivery::subscribers, ArticleDelivery::reached)
                .containsExactly(tuple(1, 1));
    }

    @Test
    void countsAReaderThatWasCutOffAsNotReached() {
        subscribers.subscribe("source:agency");
        happens("d1", 1);
        happens("d2", 2);
        happens("d3", 3);
        now = NOON.plusSeconds(5);
        assertThat(deliveries.take())
                .hasSize(3)
                .allSatisfy(delivery -> assertThat(delivery.reached()).isZero());
    }

    @Test
    void saysNothingWhereNobodyFollows() {
        happens("d1", 7);
        now = NOON.plusSeconds(9);
        assertThat(deliveries.take()).isEmpty();
    }

    private SeenEvent happens(String articleId, long rawOffset) {
        var topic = new TopicRef("source:agency", "agency", "source");
        var card = CardOf.of(article(articleId, "agency").build());
        var event = new FeedEvent(
                0,
                offset++,
                new TopicEvent(topic, TopicEvent.Change.ADDED, NOON, card, null),
                "{}",
                new RawPlace(0, rawOffset),
                Cursor.of(Map.of()));
        subscribers.publish(topic.id(), 0, event.offset(), _ -> event);
        return event.as(TopicEvent.Change.ADDED);
    }
}

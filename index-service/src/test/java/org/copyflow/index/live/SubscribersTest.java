package org.copyflow.index.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.live.Subscription.Signal;
import org.copyflow.index.live.SubscriptionRefusedException.Reason;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(15)
class SubscribersTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Deliveries DELIVERIES = new Deliveries(InstantSource.system());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Subscribers subscribers = subscribers(registry);

    @BeforeEach
    void ready() {
        subscribers.startAt(0, -1);
        subscribers.startAt(1, -1);
        subscribers.ready();
    }

    @Test
    void handsAnEventToThoseWhoFollowItsTopicOrEverything() throws Exception {
        var topic = subscribers.subscribe("source:agency");
        var kind = subscribers.subscribe(Filter.ALL, 0);

        publish("source:agency", 0, 5);
        publish("source:paper", 1, 6);
        publish("person:ada-brook", 0, 7);

        assertThat(drain(topic)).containsExactly("5", "quiet");
        assertThat(drain(kind)).containsExactly("5", "6", "quiet");
    }

    @Test
    void makesNoEventThatNobodyFollows() {
        subscribers.publish("person:ada-brook", 0, 1, _ -> {
            throw new AssertionError("made for nobody");
        });
    }

    @Test
    void saysWhatPassedBeforeASubscriptionBegan() {
        publish("source:agency", 1, 6);

        assertThat(subscribers.subscribe("a:b").start()).isEqualTo(Cursor.of(Map.of(0, -1L, 1, 6L)));
    }

    @Test
    void cutsOffOnlyTheSlowReader() throws Exception {
        var slow = subscribers.subscribe(Filter.ALL, 0);
        var quick = subscribers.subscribe(Filter.ALL, 0);
        var read = new ArrayList<String>();

        for (int i = 0; i < 5; i++) {
            publish("source:agency", 0, i);
            read.add(text(quick.next(NOW)));
        }

        assertThat(drain(slow)).containsExactly("0", "1", "2", "lagged");
        assertThat(read).containsExactly("0", "1", "2", "3", "4");
        assertThat(registry.get("copyflow.index.subscribers.lagged").counter().count())
                .isEqualTo(1);
    }

    @Test
    void handsOutNothingTwiceThatIsReadAgainAfterAFailure() throws Exception {
        var reader = subscribers.subscribe(Filter.ALL, 0);

        publish("source:agency", 0, 5);
        publish("source:agency", 0, 4);
        publish("source:agency", 0, 5);
        publish("source:agency", 0, 6);

        assertThat(drain(reader)).containsExactly("5", "6", "quiet");
    }

    @Test
    void takesAsManyAsItMayAndCountsThem() {
        var first = subscribers.subscribe("a:b");
        subscribers.subscribe("a:b");
        assertRefused(subscribers, Reason.FULL);
        assertThat(registry.get("copyflow.index.subscribers").gauge().value()).isEqualTo(2);

        first.close();
        first.close();

        subscribers.subscribe("a:b");
        assertRefused(subscribers, Reason.FULL);
    }

    @Test
    void givesWebhooksAndReadersPlacesOfTheirOwn() throws Exception {
        var webhook = Objects.requireNonNull(subscribers.deliver(Filter.ALL, subscribers.position()));
        subscribers.subscribe("a:b");
        subscribers.subscribe("a:b");
        assertRefused(subscribers, Reason.FULL);
        var beside = Objects.requireNonNull(subscribers.deliver(Filter.ALL, subscribers.position()));
        assertThat(registry.get("copyflow.index.subscribers").gauge().value()).isEqualTo(2);

        webhook.close();
        publish("source:agency", 0, 1);

        assertRefused(subscribers, Reason.FULL);
        assertThat(drain(beside)).containsExactly("1", "quiet");
    }

    @Test
    void handsNothingToASubscriptionThatIsClosed() throws Exception {
        var closed = subscribers.subscribe("source:agency");
        closed.close();

        publish("source:agency", 0, 1);

        assertThat(drain(closed)).containsExactly("quiet");
    }

    @Test
    void endsEverySubscriptionWhenItStops() throws Exception {
        var reader = subscribers.subscribe("source:agency");
        publish("source:agency", 0, 1);

        subscribers.stop();

        assertThat(drain(reader)).containsExactly("1", "stopped");
        assertRefused(subscribers, Reason.STOPPING);
    }

    @Test
    void waitsForACursorThatAnotherInstanceGaveAndForNoneThatCannotCome() throws Exception {
        var known = new FutureTask<>(() -> subscribers.awaitKnown(Cursor.parse("0-1.1-5"), LONG));
        Thread waiting = Thread.ofVirtual().start(known);
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        publish("source:agency", 0, 1);
        assertThat(known.isDone()).isFalse();
        publish("person:ada-brook", 1, 5);

        assertThat(known.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(subscribers.awaitKnown(Cursor.parse("0-2"), NOW)).isFalse();
        assertThat(subscribers.awaitKnown(Cursor.parse("2--1"), LONG)).isFalse();
        assertThat(subscribers.isMistyped(Cursor.parse("2--1"))).isTrue();
    }

    @Test
    void takesNobodyBeforeTheFeedIsFollowed() {
        assertRefused(subscribers(new SimpleMeterRegistry()), Reason.STARTING);
    }

    private static void assertRefused(Subscribers by, Reason reason) {
        assertThatThrownBy(() -> by.subscribe("a:b"))
                .isInstanceOfSatisfying(
                        SubscriptionRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void publish(String topicId, int partition, long offset) {
        var event = new TopicEvent(
                new TopicRef(topicId, topicId, "kind"),
                TopicEvent.Change.ADDED,
                NOON,
                CardOf.of(article("a", "agency").build()),
                null);
        subscribers.publish(
                topicId, partition, offset, cursor -> new FeedEvent(partition, offset, event, "{}", null, cursor));
    }

    private static Subscribers subscribers(SimpleMeterRegistry registry) {
        return new Subscribers(new Subscribers.Limits(2, 3, 4), DELIVERIES, new Withdrawals(), registry);
    }

    private static List<String> drain(Subscription subscription) throws InterruptedException {
        var signals = new ArrayList<String>();
        do {
            signals.add(text(subscription.next(NOW)));
        } while (Character.isDigit(signals.getLast().charAt(0)));
        return signals;
    }

    private static String text(Signal signal) {
        return switch (signal) {
            case Signal.Event(SeenEvent event) ->
                Long.toString(event.feedEvent().offset());
            case Signal.Quiet(var _) -> "quiet";
            case Signal.Lagged() -> "lagged";
            case Signal.Stopped() -> "stopped";
        };
    }
}

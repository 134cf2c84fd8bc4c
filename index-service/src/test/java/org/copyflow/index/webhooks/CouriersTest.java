package org.copyflow.index.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.net.SocketFactory;
import org.copyflow.events.EventJson;
import org.copyflow.events.raw.RawPlace;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FakeFeedLog;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.live.Deliveries;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Couriers over a register, a feed and limits in memory, and an address that is really there.
@Timeout(60)
final class CouriersTest {

    private static final String ID = "whk_1";

    private final FakeRegister register = new FakeRegister();
    private final MovableClock clock = new MovableClock();
    private final Deliveries deliveries = new Deliveries(clock);
    private final Withdrawals withdrawals = new Withdrawals();
    private final Subscribers subscribers =
            new Subscribers(new Subscribers.Limits(1, 1_000, 100), deliveries, withdrawals, new SimpleMeterRegistry());
    private final FakeFeedLog log = new FakeFeedLog(withdrawals);
    private final WebhookClient client =
            new WebhookClient(SocketFactory.getDefault(), Duration.ofSeconds(20), InstantSource.system());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final HttpServer address;
    private final Couriers couriers;
    private volatile int answer = 200;
    private volatile Runnable meanwhile = () -> {};
    private volatile @Nullable Limit limit = Limit.NONE;

    CouriersTest() throws IOException {
        address = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        address.createContext("/", exchange -> {
            ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            meanwhile.run();
            exchange.sendResponseHeaders(Objects.requireNonNullElse(failures.poll(), answer), -1);
            exchange.close();
        });
        var office = new Courier.Office(
                subscribers,
                log,
                client,
                register,
                new Backoff(Duration.ofMillis(10)),
                Duration.ofDays(1),
                new WebhookMeters(new SimpleMeterRegistry(), running::get),
                InstantSource.system());
        couriers = new Couriers(office, new Everybody(), running);
    }

    /// All webhooks are this instance's.
    private final class Everybody implements Couriers.Whose {
        @Override
        public boolean isMine(String id) {
            return true;
        }

        @Override
        public @Nullable Limit limit(@Nullable String reader) {
            return limit;
        }
    }

    @BeforeEach
    void start() {
        address.start();
        subscribers.follow("feed");
        subscribers.startAt(0, -1);
        subscribers.ready();
        register.add(webhook(ID, subscribers.position()));
    }

    @AfterEach
    void stop() {
        subscribers.stop();
        couriers.close();
        client.close();
        address.stop(0);
    }

    @Test
    void beginsACourierAgainThatEndedByItself() {
        answer = 410;
        register.failures.set(1); // so that it cannot say that its address is gone
        couriers.start();
        happens(0, "desk");

        await().untilAsserted(() -> assertThat(taken).hasSize(2));
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.ENDED));
        await().untilAsserted(() -> assertThat(running).hasValue(0));
    }

    @Test
    void deliversWhileReadersOfStreamsHaveAllPlaces() {
        var reader = subscribers.subscribe(Filter.ALL, 0);
        couriers.start();
        happens(0, "desk");

        await().untilAsserted(() -> assertThat(taken).hasSize(1));
        assertThat(reader.isDrained()).isFalse();
    }

    @Test
    void deliversWhatItsReaderMayHaveNow() {
        limit = new Limit(Set.of("desk"), null);
        couriers.start();
        happens(0, "wire");
        happens(1, "desk");
        await().untilAsserted(() -> assertThat(taken).hasSize(1));

        limit = null;
        await().untilAsserted(() -> assertThat(running).hasValue(0));
        happens(2, "desk");
        happens(3, "wire");
        limit = new Limit(Set.of("wire"), null);

        await().untilAsserted(() -> assertThat(taken).hasSize(2));
        assertThat(taken.getFirst()).contains("\"id\":\"a1\"");
        assertThat(taken.getLast()).contains("\"id\":\"a3\"");
    }

    @Test
    void postsNothingOfWhatWasWithdrawnWhileItFailed() {
        failures.add(503);
        meanwhile = () -> {
            meanwhile = () -> {};
            happens(2, "desk", Change.REMOVED, "a0");
            happens(3, "desk", Change.REMOVED, "a1");
        };
        happens(0, "desk");
        happens(1, "desk");
        couriers.start();

        await().untilAsserted(() -> assertThat(taken).hasSize(5));
        assertThat(taken.getFirst()).contains("Title of a0");
        assertThat(taken.subList(1, 5)).noneMatch(message -> message.contains("Title"));
        assertThat(ids).containsExactly(id(0), id(0), id(1), id(2), id(3));
    }

    @Test
    void postsNothingOfWhatWasWithdrawnWhileItWaitedForAnother() {
        meanwhile = () -> {
            meanwhile = () -> {};
            happens(2, "desk", Change.REMOVED, "a1");
        };
        happens(0, "desk");
        happens(1, "desk");
        couriers.start();

        await().untilAsserted(() -> assertThat(taken).hasSize(3));
        assertThat(taken.get(0)).contains("Title of a0");
        assertThat(taken.get(1)).contains("article.added").doesNotContain("Title");
        assertThat(taken.get(2)).contains("article.removed");
    }

    @Test
    void followsNothingWhileItsAddressFails() {
        answer = 503;
        couriers.start();
        happens(0, "desk");
        await().until(() -> !taken.isEmpty());
        var offset = new AtomicLong(1);
        await().untilAsserted(() -> {
            happens(offset.getAndIncrement(), "desk");
            clock.now = clock.now.plusSeconds(60);
            assertThat(deliveries.take()).isEmpty();
        });

        register.change(ID, now -> now.in(State.PAUSED, null, NOON));
        await().untilAsserted(() -> assertThat(running).hasValue(0));
        ids.clear();
        answer = 200;
        register.change(ID, now -> now.in(State.ACTIVE, null, Instant.now()));
        String[] all =
                LongStream.range(0, offset.get()).mapToObj(CouriersTest::id).toArray(String[]::new);
        await().untilAsserted(() -> assertThat(ids).endsWith(all));
    }

    @Test
    void givesEachMessageOfEachWebhookAnIdOfItsOwn() {
        register.add(webhook("whk_2", subscribers.position()));
        failures.addAll(List.of(500, 500, 500));
        couriers.start();
        happens(0, "desk");
        happens(1, "desk");

        await().untilAsserted(() -> assertThat(ids).hasSize(7));
        assertThat(Set.copyOf(ids)).containsExactlyInAnyOrder(id(0), id(1), "whk_2_feed_0_0", "whk_2_feed_0_1");
    }

    @Test
    void saysOnceThatItBeganBeforeWhatIsKept() {
        for (long offset = 0; offset < 10; offset++) {
            log.add(0, offset, event("desk", Change.ADDED, "a" + offset));
        }
        log.drop(0, 7);
        subscribers.startAt(0, 9);
        failures.addAll(List.of(500, 200, 500));
        register.add(webhook(ID, log.from(NOON.minusSeconds(60)).reached()));
        couriers.start();

        await().untilAsserted(() -> assertThat(ids).hasSize(5));
        assertThat(taken.subList(0, 2)).allMatch(message -> message.contains("\"type\":\"gap\""));
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).startsWith("whk_1_gap_");
        assertThat(ids.subList(2, 5)).containsExactly(id(8), id(8), id(9));
    }

    private WebhookSubscription webhook(String id, Cursor from) {
        return new WebhookSubscription(
                id,
                "app",
                "http://127.0.0.1:" + address.getAddress().getPort() + "/",
                EventJson.mapper().createObjectNode(),
                List.of(),
                State.ACTIVE,
                null,
                from.toString(),
                0,
                NOON,
                NOON);
    }

    private static String id(long offset) {
        return "whk_1_feed_0_" + offset;
    }

    private State state() {
        return Objects.requireNonNull(register.find(ID)).state();
    }

    private void happens(long offset, String source) {
        happens(offset, source, Change.ADDED, "a" + offset);
    }

    private void happens(long offset, String source, Change change, String articleId) {
        TopicEvent event = event(source, change, articleId);
        String json = EventJson.mapper().writeValueAsString(event);
        var origin = new RawPlace(0, offset);
        subscribers.publish(
                event.topic().id(), 0, offset, cursor -> new FeedEvent(0, offset, event, json, origin, cursor));
    }

    private static TopicEvent event(String source, Change change, String articleId) {
        var card = CardOf.of(article(articleId, source).build());
        return new TopicEvent(
                new TopicRef("source:" + source, source, "source"),
                change,
                NOON,
                change == Change.REMOVED ? card.withoutContent() : card,
                null);
    }

    private static final class MovableClock implements InstantSource {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }
    }
}

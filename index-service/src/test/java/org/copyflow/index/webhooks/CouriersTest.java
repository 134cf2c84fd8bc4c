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
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.copyflow.events.EventJson;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
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
    private final Withdrawals withdrawals = new Withdrawals();
    private final Subscribers subscribers = new Subscribers(
            new Subscribers.Limits(1, 10, 100),
            new Deliveries(InstantSource.system()),
            withdrawals,
            new SimpleMeterRegistry());
    private final WebhookClient client =
            new WebhookClient(SocketFactory.getDefault(), Duration.ofSeconds(20), InstantSource.system());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final HttpServer address;
    private final Couriers couriers;
    private volatile int answer = 200;
    private volatile @Nullable Limit limit = Limit.NONE;

    CouriersTest() throws IOException {
        address = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        address.createContext("/", exchange -> {
            taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        var office = new Courier.Office(
                subscribers,
                new FakeFeedLog(withdrawals),
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
        register.add(new WebhookSubscription(
                ID,
                "app",
                "http://127.0.0.1:" + address.getAddress().getPort() + "/",
                EventJson.mapper().createObjectNode(),
                List.of(),
                State.ACTIVE,
                null,
                subscribers.position().toString(),
                0,
                NOON,
                NOON));
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

    private State state() {
        return Objects.requireNonNull(register.find(ID)).state();
    }

    private void happens(long offset, String source) {
        var event = new TopicEvent(
                new TopicRef("source:" + source, source, "source"),
                TopicEvent.Change.ADDED,
                NOON,
                CardOf.of(article("a" + offset, source).build()),
                null);
        String json = EventJson.mapper().writeValueAsString(event);
        subscribers.publish(
                event.topic().id(), 0, offset, cursor -> new FeedEvent(0, offset, event, json, null, cursor));
    }
}

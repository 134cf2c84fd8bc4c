package org.copyflow.index.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.http.EventReader;
import org.copyflow.index.http.EventReader.Received;
import org.copyflow.index.http.RunningApi;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream of one topic's own events.
@Timeout(30)
class TopicStreamTest {

    private static final String TOPIC = "person:ada-brook";
    private static final String STREAM = "/v1/topics/" + TOPIC + "/stream";

    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi();
        api.ready(2);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void sendsHistoryThenWhatHappens() throws Exception {
        past(0, 3, event(TOPIC, "a"));
        past(0, 8, event(TOPIC, "b"));

        try (var reader = api.stream(STREAM + "?history=10")) {
            assertThat(reader.next(2)).containsExactly("added a", "added b");
            now(0, 9, event(TOPIC, "c"));
            now(0, 10, event("person:other", "x"));
            now(0, 11, event(TOPIC, "d"));
            assertThat(reader.next(2)).containsExactly("added c", "added d");
            assertThat(reader.lastId()).isEqualTo("feedId~0-11.1--1");
            assertThat(reader.response().headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        }
    }

    @Test
    void beginsWithTheLatestEventsUnlessAskedForNone() throws Exception {
        for (int i = 0; i < 3; i++) {
            past(0, i, event(TOPIC, "a" + i));
        }

        try (var reader = api.stream(STREAM)) {
            now(0, 3, event(TOPIC, "a3"));
            assertThat(reader.next(4)).containsExactly("added a0", "added a1", "added a2", "added a3");
        }
        try (var reader = api.stream(STREAM + "?history=0")) {
            now(0, 4, event(TOPIC, "b"));
            assertThat(reader.next(1)).containsExactly("added b");
        }
    }

    @Test
    void sendsAnEventOnceThatHappensWhileHistoryIsRead() throws Exception {
        past(0, 3, event(TOPIC, "a"));
        api.topics.beforeCoverage = once(() -> now(0, 4, event(TOPIC, "b"))); // in the history and in the queue
        api.topics.beforeHistory = once(() -> now(0, 5, event(TOPIC, "c"))); // too late for the history

        try (var reader = api.stream(STREAM + "?history=10")) {
            now(0, 6, event(TOPIC, "d"));
            assertThat(reader.next(4)).containsExactly("added a", "added b", "added c", "added d");
        }
    }

    @Test
    void missesNoEventThatPassedBeforeTheStoresHadIt() throws Exception {
        past(0, 3, event(TOPIC, "a"));
        api.happens(0, 4, event(TOPIC, "b"));
        var looks = new AtomicInteger();
        api.topics.beforeCoverage = () -> {
            if (looks.incrementAndGet() == 3) {
                api.topics.process(0, 4, event(TOPIC, "b"));
            }
        };

        try (var reader = api.stream(STREAM + "?history=10")) {
            assertThat(reader.next(2)).containsExactly("added a", "added b");
        }
    }

    @Test
    void refusesAStreamWhileTheStoresAreBehindTheFeed() throws Exception {
        api.happens(0, 4, event(TOPIC, "b"));

        var response = api.get(STREAM + "?history=10");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("2");
        assertThat(response.body()).contains("restoring").contains("5 events behind");
    }

    @Test
    void goesOnAfterTheLastEventOfTheClient() throws Exception {
        past(0, 3, event(TOPIC, "a"));
        past(0, 8, event(TOPIC, "b"));
        past(0, 9, event(TOPIC, "c"));

        try (var reader = api.stream(STREAM, "Last-Event-ID", "0-3")) {
            assertThat(reader.next(2)).containsExactly("added b", "added c");
        }
        try (var reader = api.stream(STREAM + "?after=0-8")) {
            assertThat(reader.next(1)).containsExactly("added c");
        }
    }

    @Test
    void givesACursorBeforeAnythingHappened() throws Exception {
        past(0, 3, event(TOPIC, "a"));
        try (var reader = api.stream(STREAM)) {
            assertThat(Stream.of(reader.line(), reader.line(), reader.line()))
                    .containsExactly("retry: 1000", "", "id: feedId~0-3.1--1");
        }
        past(0, 4, event(TOPIC, "b"));

        try (var reader = api.stream(STREAM, "Last-Event-ID", "0-3")) {
            assertThat(reader.next(1)).containsExactly("added b");
        }
    }

    @Test
    void saysThatEventsAfterTheCursorAreNoLongerKept() throws Exception {
        for (int i = 0; i < 5; i++) {
            past(0, i, event(TOPIC, "a" + i));
        }
        api.topics.drop(TOPIC, 2);

        try (var reader = api.stream(STREAM, "Last-Event-ID", "0-1")) {
            assertThat(gap(reader)).contains("expired").contains("\"after\":\"0-1\"");
            assertThat(reader.next(2)).containsExactly("added a3", "added a4");
        }
        try (var reader = api.stream(STREAM, "Last-Event-ID", "0-2")) {
            assertThat(reader.next(2)).containsExactly("added a3", "added a4");
        }
    }

    @Test
    void saysThatACursorIsNotFromThisFeed() throws Exception {
        past(0, 3, event(TOPIC, "a"));

        for (String foreign : new String[] {"0-99", "7-1", "other~0-1"}) {
            try (var reader = api.stream(STREAM, "Last-Event-ID", foreign)) {
                assertThat(gap(reader)).contains("unknown-cursor");
                assertThat(reader.next(1)).containsExactly("added a");
            }
        }
    }

    @Test
    void saysThatMoreEventsFollowThanItReplays() throws Exception {
        for (int i = 0; i < RunningApi.MAX_REPLAY_EVENTS + 2; i++) {
            past(0, i, event(TOPIC, "a" + i));
        }

        try (var reader = api.stream(STREAM, "Last-Event-ID", "0-0")) {
            assertThat(gap(reader)).contains("too-many");
            assertThat(reader.next(1)).containsExactly("added a2");
        }
    }

    @Test
    void refusesWhatIsNoCursor() throws Exception {
        for (String bad : new String[] {"x", "1", "-1-2", "0-1.", "0-1,2"}) {
            var response = api.get(STREAM, "Last-Event-ID", bad);
            assertThat(response.statusCode()).as(bad).isEqualTo(400);
            assertThat(response.body()).contains("bad-parameter").contains("Last-Event-ID");
        }
    }

    @Test
    void cutsOffAReaderThatDoesNotReadAndTellsItItsCursor() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), api.uri("/").getPort()));
            socket.getOutputStream()
                    .write(("GET " + STREAM + " HTTP/1.1\r\nHost: copyflow\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.lines().filter(line -> line.startsWith("retry")).findFirst())
                    .isPresent();
            TopicEvent large = new TopicEvent(
                    ref(TOPIC),
                    Change.ADDED,
                    NOON,
                    CardOf.of(
                            article("a", "agency").language("x".repeat(300_000)).build()),
                    null);
            int sent = 0;
            while (sent < 200) {
                now(0, sent, large);
                sent++;
            }

            String last = lines.lines()
                    .filter(line -> line.startsWith("event: lagged") || line.startsWith("data: {\"cursor\""))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            assertThat(last).matches("data: \\{\"cursor\":\"feedId~0-\\d+.1--1\"}");
        }
    }

    @Test
    void showsThatAQuietStreamLives() throws Exception {
        try (var quick = new RunningApi(Duration.ofMillis(20))) {
            quick.ready(1);
            try (var reader = quick.stream(STREAM)) {
                Stream.of(reader.line(), reader.line(), reader.line(), reader.line())
                        .forEach(Objects::requireNonNull);
                for (String line : new String[] {"id: feedId~0--1", "", ":", "", "id: feedId~0--1"}) {
                    assertThat(reader.line()).isEqualTo(line);
                }
            }
        }
    }

    @Test
    void servesNoMoreStreamsThanItMayAndFreesThoseThatLeft() throws Exception {
        try (var one = api.stream(STREAM);
                var two = api.stream("/v1/stream")) {
            try (var three = api.stream(STREAM)) {
                assertThat(three.response().statusCode()).isEqualTo(200);
                var response = api.get(STREAM);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).contains("too-many-streams");
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                now(0, api.topics.coverage(0) + 1, event(TOPIC, "a")); // a write finds out that the client left
                try (var again = api.stream(STREAM)) {
                    assertThat(again.response().statusCode()).isEqualTo(200);
                }
            });
            assertThat(one.response().statusCode()).isEqualTo(200);
            assertThat(two.response().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesStreamsUntilTheFeedIsFollowed() throws Exception {
        try (var starting = new RunningApi()) {
            var response = starting.get(STREAM);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("restoring");
        }
    }

    @Test
    void endsStreamsWhenTheServiceStops() throws Exception {
        try (var reader = api.stream(STREAM)) {
            api.subscribers.stop();

            assertThat(reader.next()).isNull();
        }
    }

    /// Happened, and is in the stores.
    private void past(int partition, long offset, TopicEvent event) {
        api.topics.process(partition, offset, event);
    }

    /// Happens now: the stores and the live feed get it.
    private void now(int partition, long offset, TopicEvent event) {
        api.topics.process(partition, offset, event);
        api.happens(partition, offset, event);
    }

    private static String gap(EventReader reader) throws Exception {
        Received first = Objects.requireNonNull(reader.next());
        assertThat(first.name()).isEqualTo("gap");
        return first.data();
    }

    private static Runnable once(Runnable action) {
        var left = new AtomicInteger(1);
        return () -> {
            if (left.getAndDecrement() > 0) {
                action.run();
            }
        };
    }

    private static TopicEvent event(String topicId, String articleId) {
        return new TopicEvent(
                ref(topicId),
                Change.ADDED,
                NOON,
                CardOf.of(article(articleId, "agency").build()),
                null);
    }

    private static TopicRef ref(String topicId) {
        return new TopicRef(topicId, topicId, topicId.substring(0, topicId.indexOf(':')));
    }
}

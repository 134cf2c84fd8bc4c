package org.copyflow.index.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.http.EventReader;
import org.copyflow.index.http.RunningApi;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream of what a filter takes, and the pages of the same.
@Timeout(30)
class FilteredStreamTest {

    private static final String OIL = "medtop:20000763";
    private static final String BALL = "medtop:15000000";

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void start() {
        api.ready(2);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void beginsWithTheLatestEventsThenTellsWhatHappens() throws Exception {
        happens(0, 0, added("a", OIL));
        happens(0, 1, added("b", BALL));
        happens(1, 0, added("c", OIL));

        try (var reader = api.stream("/v1/stream?topic=" + OIL)) {
            happens(1, 1, added("d", BALL));
            happens(0, 2, updated("a", OIL, BALL));
            happens(0, 3, updated("b", BALL, OIL));
            happens(0, 4, removed("c", OIL));
            happens(0, 5, removed("x", BALL));
            assertThat(reader.next(5)).containsExactly("added a", "added c", "removed a", "added b", "removed c");
            assertThat(reader.lastId()).isEqualTo("feedId~0-4.1-1");
        }
        try (var reader = api.stream("/v1/stream?history=0")) {
            happens(0, 6, added("e", OIL));
            assertThat(reader.next(1)).containsExactly("added e");
        }
    }

    @Test
    void showsNothingOfAnArticleThatLeaves() throws Exception {
        try (var reader = api.stream("/v1/stream?topic=" + OIL)) {
            happens(0, 0, added("a", OIL));
            happens(0, 1, updated("a", OIL, BALL));
            reader.next(1);
            var left = Objects.requireNonNull(reader.next());
            assertThat(left.data())
                    .contains("\"change\":\"removed\"")
                    .doesNotContain("Title")
                    .doesNotContain(BALL);
        }
    }

    @Test
    void goesOnAfterTheLastEventOfTheClient() throws Exception {
        happens(0, 0, added("a", OIL));
        happens(1, 0, added("b", OIL));
        happens(0, 1, added("c", OIL));

        try (var reader = api.stream("/v1/stream", "Last-Event-ID", "feedId~0-0.1-0")) {
            happens(1, 1, added("d", OIL));
            assertThat(reader.next(2)).containsExactly("added c", "added d");
        }
        try (var reader = api.stream("/v1/stream", "Last-Event-ID", "feedId~0--1.1-0")) {
            assertThat(reader.next(2)).containsExactly("added a", "added c");
            assertThat(reader.lastId()).isEqualTo("feedId~0-1.1-0");
        }
    }

    @Test
    void neverMovesAClientBackThatWasFurtherInOnePartition() throws Exception {
        happens(0, 0, added("a", OIL));
        happens(0, 1, added("b", OIL));
        happens(1, 0, added("c", OIL));

        try (var reader = api.stream("/v1/stream", "Last-Event-ID", "feedId~0-0.1-0")) {
            assertThat(reader.next(1)).containsExactly("added b");
            assertThat(reader.lastId()).as("c is not told again").isEqualTo("feedId~0-1.1-0");
        }
    }

    @Test
    void readsInTheLogWhatIsNotRemembered() throws Exception {
        api.log.step = 2;
        for (int i = 0; i < 10; i++) {
            told(0, i, added("a" + i, i == 5 ? BALL : OIL));
        }
        api.log.meanwhile = () -> {
            api.log.meanwhile = () -> {};
            told(1, 0, added("b", OIL)); // while the first of the past is sent
        };

        try (var reader = api.stream("/v1/stream?topic=" + OIL, "Last-Event-ID", "feedId~0-1.1--1")) {
            assertThat(reader.next(8))
                    .containsExactly(
                            "added a2",
                            "added a3",
                            "added a4",
                            "added a6",
                            "added a7",
                            "added a8",
                            "added a9",
                            "added b");
            told(0, 10, added("c", OIL));
            assertThat(reader.next(1)).containsExactly("added c");
        }
    }

    @Test
    void saysNothingOfWhatWasWithdrawnSince() throws Exception {
        for (int i = 0; i < 10; i++) {
            told(0, i, added("a" + i, OIL));
        }
        told(0, 10, removed("a2", OIL));
        told(0, 11, removed("a9", OIL));

        try (var reader = api.stream("/v1/stream", "Last-Event-ID", "feedId~0-1.1--1")) {
            for (String event : List.of("added a2", "added a3")) {
                var received = Objects.requireNonNull(reader.next());
                assertThat(received.name() + " " + received.article()).isEqualTo(event);
                assertThat(received.data().contains("Title")).isEqualTo(!event.endsWith("a2"));
            }
            assertThat(reader.next(5)).doesNotContain("added a9");
            assertThat(Objects.requireNonNull(reader.next()).data())
                    .contains("a9")
                    .doesNotContain("Title");
        }
    }

    @Test
    void beginsAtATime() throws Exception {
        for (int i = 0; i < 10; i++) {
            told(0, i, at(NOON.plusSeconds(i), added("a" + i, OIL)));
        }

        try (var reader = api.stream("/v1/stream?since=2026-03-05T12:00:07Z")) {
            assertThat(reader.next(3)).containsExactly("added a7", "added a8", "added a9");
        }
        try (var reader = api.stream("/v1/stream?since=2030-01-01")) {
            told(0, 10, added("b", OIL));
            assertThat(reader.next(1)).containsExactly("added b");
        }
        assertThat(api.get("/v1/stream?since=yesterday").body()).contains("bad-parameter", "a day, as");
    }

    @Test
    void saysThatEventsAfterTheCursorAreNoLongerKept() throws Exception {
        for (int i = 0; i < 10; i++) {
            told(0, i, added("a" + i, OIL));
        }
        api.log.drop(0, 4);

        try (var reader = api.stream("/v1/stream", "Last-Event-ID", "feedId~0-1.1--1")) {
            assertThat(gap(reader)).contains("\"reason\":\"expired\"").contains("\"after\":\"feedId~0-1.1--1\"");
            assertThat(reader.next(1)).containsExactly("added a5");
        }
    }

    @Test
    void saysThatACursorIsNotFromThisFeed() throws Exception {
        for (int i = 0; i < 10; i++) {
            told(0, i, added("a" + i, OIL));
        }

        for (String foreign : List.of("otherFeed~0-1.1--1", "feedId~0-99.1--1", "otherFeed~7-1")) {
            try (var reader = api.stream("/v1/stream", "Last-Event-ID", foreign)) {
                assertThat(gap(reader)).as(foreign).contains("unknown-cursor");
                assertThat(reader.next(1)).as("what is remembered").containsExactly("added a6");
            }
        }
    }

    @Test
    void refusesACursorThatThisFeedCannotHaveGiven() throws Exception {
        for (String mistyped : List.of("7-1", "feedId~0-0.7--1", "feedId~0--2", "99--5")) {
            for (String route : List.of("/v1/stream?after=", "/v1/changes?after=")) {
                var refused = api.get(route + mistyped);
                assertThat(refused.statusCode()).as(mistyped).isEqualTo(400);
                assertThat(refused.body()).contains("bad-parameter", "Last-Event-ID", mistyped);
            }
        }
    }

    @Test
    void movesTheCursorOfAQuietStreamOn() throws Exception {
        try (var quick = new RunningApi(Duration.ofMillis(20))) {
            quick.ready(1);
            try (var reader = quick.stream("/v1/stream?topic=" + OIL)) {
                quick.happens(0, 7, added("b", BALL));
                assertThat(Stream.generate(() -> line(reader)).anyMatch("id: feedId~0-7"::equals))
                        .isTrue();
            }
        }
    }

    @Test
    void givesTheSameEventsPageByPage() throws Exception {
        for (int i = 0; i < 10; i++) {
            told(0, i, added("a" + i, i == 5 ? BALL : OIL));
        }

        String next = "feedId~0-1.1--1";
        var seen = new StringBuilder();
        for (boolean more = true; more; ) {
            var page = api.json("/v1/changes?limit=3&topic=" + OIL + "&after=" + next);
            page.path("events")
                    .forEach(event -> seen.append(event.at("/article/id").asString()));
            more = page.path("more").asBoolean();
            next = page.path("next").asString();
        }
        assertThat(seen).hasToString("a2a3a4a6a7a8a9");
        assertThat(next).isEqualTo("feedId~0-9.1--1");

        told(0, 10, added("b", OIL));
        assertThat(api.json("/v1/changes?after=" + next)
                        .at("/events/0/article/id")
                        .asString())
                .isEqualTo("b");
        assertThat(api.json("/v1/changes?history=1").at("/events/0/article/id").asString())
                .isEqualTo("b");
        assertThat(api.json("/v1/changes?after=otherFeed~0-1").at("/gap/reason").asString())
                .isEqualTo("unknown-cursor");
        assertThat(api.get("/v1/changes?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAFilterThatCannotBeUsed() throws Exception {
        assertThat(api.get("/v1/stream?topic=oslo").body()).contains("bad-parameter", "the id of a topic");
        assertThat(api.get("/v1/stream?changes=all").body()).contains("bad-parameter", "one of new, any");
        assertThat(api.get("/v1/stream?query=never").body()).contains("bad-parameter", "the id of a saved query");
        assertThat(api.head("/v1/stream?query=saved").statusCode()).isEqualTo(200);
        assertThat(api.get("/v1/stream?topics=a:b").body()).contains("unknown-parameter");
        assertThat(api.head("/v1/stream?topic=oslo").statusCode()).isEqualTo(400);
    }

    /// Happens now, and is remembered only.
    private void happens(int partition, long offset, TopicEvent event) {
        api.happens(partition, offset, event);
    }

    /// Happens now, and stands in the log.
    private void told(int partition, long offset, TopicEvent event) {
        api.log.add(partition, offset, event);
        api.happens(partition, offset, event);
    }

    private static String gap(EventReader reader) throws Exception {
        var first = Objects.requireNonNull(reader.next());
        assertThat(first.name()).isEqualTo("gap");
        return first.data();
    }

    private static @Nullable String line(EventReader reader) {
        try {
            return reader.line();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static TopicEvent added(String id, String topic) {
        return event(Change.ADDED, card(id, topic), null);
    }

    private static TopicEvent updated(String id, String before, String topic) {
        return event(Change.UPDATED, card(id, topic), card(id, before));
    }

    private static TopicEvent removed(String id, String before) {
        return event(Change.REMOVED, card(id, before).withoutContent(), null);
    }

    private static TopicEvent event(Change change, ArticleCard card, @Nullable ArticleCard previous) {
        return new TopicEvent(new TopicRef("source:agency", "agency", "source"), change, NOON, card, previous);
    }

    private static TopicEvent at(Instant at, TopicEvent event) {
        return new TopicEvent(event.topic(), event.change(), at, event.article(), event.previous());
    }

    private static ArticleCard card(String id, String topic) {
        return CardOf.of(article(id, "agency")
                .topics(List.of(new ArticleTopic(topic, "a topic", 0.9)))
                .build());
    }
}

package org.copyflow.index.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.time.Duration;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.http.RunningApi;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// What a filter would have let through, on a feed of ten days with one article a day.
@Timeout(30)
class BackTestRoutesTest {

    private static final String OIL = "medtop:20000763";
    private static final String BALL = "medtop:15000000";
    private static final int DAYS = 10;

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void start() {
        api.ready(1);
        for (int day = 0; day < DAYS; day++) {
            told(day, Change.ADDED, day, card("a" + day, day % 2 == 0 ? OIL : BALL), null);
        }
        told(DAYS, Change.UPDATED, 9, card("a8", BALL), card("a8", OIL));
        told(DAYS + 1, Change.UPDATED, 9, card("a6", OIL), card("a6", OIL));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void countsWhatPassesAndSaysWhy() throws Exception {
        JsonNode report =
                test("{\"filter\":{\"topic\":[\"%s\"],\"source\":\"agency\"},\"since\":\"%s\"}".formatted(OIL, NOON));

        assertThat(report.path("complete").asBoolean()).isTrue();
        assertThat(report.path("articles").asInt()).isEqualTo(5);
        assertThat(report.path("events").toString()).isEqualTo("{\"added\":5,\"updated\":1,\"removed\":1}");
        assertThat(report.path("days")).hasSize(6);
        assertThat(report.at("/days/5/events").asInt()).as("of the tenth day").isEqualTo(2);
        assertThat(report.path("because").toString())
                .isEqualTo("[{\"part\":\"source\",\"value\":\"agency\",\"events\":7},"
                        + "{\"part\":\"topic\",\"value\":\"%s\",\"events\":7}]".formatted(OIL));
        assertThat(report.at("/latest/0/event/article/id").asString()).isEqualTo("a6");
        assertThat(report.at("/latest/1/event/change").asString()).isEqualTo("removed");
    }

    @Test
    void beginsAtATimeOrAfterACursorAndShowsAsMuchAsIsWanted() throws Exception {
        String since = NOON.plus(Duration.ofDays(8)).toString();
        assertThat(test("{\"since\":\"%s\",\"limit\":2}".formatted(since)).path("latest"))
                .hasSize(2);
        assertThat(test("{\"since\":\"%s\"}".formatted(since))
                        .at("/events/added")
                        .asInt())
                .isEqualTo(2);
        assertThat(test("{\"after\":\"feedId~0-9\"}").at("/events/updated").asInt())
                .isEqualTo(2);
    }

    @Test
    void saysThatTheFeedIsNotKeptSoFarBack() throws Exception {
        api.log.drop(0, 4);
        JsonNode report = test("{\"after\":\"feedId~0--1\"}");
        assertThat(report.path("gap").asBoolean()).isTrue();
        assertThat(report.path("articles").asInt()).isEqualTo(5);
    }

    @Test
    void refusesWhatItCannotUse() throws Exception {
        for (String body : List.of(
                "{\"filter\":{\"colour\":\"red\"}}",
                "{\"after\":\"otherFeed~0-1\"}",
                "{\"after\":\"feedId~0-99\"}",
                "{\"after\":[\"feedId~0-1\"]}",
                "{\"since\":\"-0001-01-01\"}",
                "{\"filter\":{\"query\":\"never\"}}",
                "{\"days\":0}",
                "{\"url\":\"x\"}")) {
            assertThat(api.post("/v1/subscriptions:test", body).statusCode())
                    .as(body)
                    .isBetween(400, 422);
        }
    }

    @Test
    void saysThatTheFeedIsNotFollowedYet() throws Exception {
        try (var starting = new RunningApi()) {
            assertThat(starting.post("/v1/subscriptions:test", "{}").statusCode())
                    .isEqualTo(503);
        }
    }

    private JsonNode test(String body) throws Exception {
        return EventJson.mapper()
                .readTree(api.post("/v1/subscriptions:test", body).body());
    }

    private void told(long offset, Change change, int day, ArticleCard card, @Nullable ArticleCard previous) {
        var event = new TopicEvent(
                new TopicRef("source:agency", "agency", "source"),
                change,
                NOON.plus(Duration.ofDays(day)),
                card,
                previous);
        api.log.add(0, offset, event);
        api.happens(0, offset, event);
    }

    private static ArticleCard card(String id, String topic) {
        return CardOf.of(article(id, "agency")
                .topics(List.of(new ArticleTopic(topic, "a topic", 0.9)))
                .build());
    }
}

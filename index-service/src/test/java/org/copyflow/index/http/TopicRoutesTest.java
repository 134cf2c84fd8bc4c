package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.BareViews;
import org.copyflow.index.query.TopicPlace;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TopicRoutesTest {

    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsTopicsAsAsked() throws Exception {
        api.topics.summaries.add(new TopicSummary("place:oslo", "Oslo", "place", 3, NOON));

        JsonNode list = api.json("/v1/topics?kind=place&q=os&broader=place:norway&order=newest&limit=7");

        assertThat(list.toString())
                .isEqualTo("{\"topics\":[{\"id\":\"place:oslo\",\"name\":\"Oslo\",\"kind\":\"place\",\"articles\":3,"
                        + "\"trend\":0.0,\"breaking\":false,\"updatedAt\":\"2026-03-05T12:00:00Z\"}],\"total\":1}");
        assertThat(api.topics.asked)
                .isEqualTo(new TopicQuery("place", "os", "place:norway", TopicQuery.Order.NEWEST, 7, null));
    }

    @Test
    void goesOnWhereAPageEnded() throws Exception {
        var oslo = new TopicSummary("place:oslo", "Oslo", "place", 3, NOON);
        String cursor = new TopicPlace(TopicQuery.Order.TREND, oslo).cursor();

        assertThat(api.json("/v1/topics?order=trend&after=" + cursor).has("next"))
                .isFalse();

        TopicPlace after = Objects.requireNonNull(api.topics.asked).after();
        assertThat(Objects.requireNonNull(after).topic().id()).isEqualTo("place:oslo");
        assertThat(api.get("/v1/topics?order=name&after=" + cursor).body())
                .contains("\"code\":\"bad-parameter\"", "in the same order");
    }

    @Test
    void namesTheTopicsThatAViewKnowsByTheirIds() throws Exception {
        TopicView view = BareViews.view(
                new TopicRef("medtop:20000763", "transport", "medtop", List.of("medtop:04000000", "medtop:2")),
                1,
                List.of(new TopicView.RelatedTopic("place:oslo", 2), new TopicView.RelatedTopic("place:gone", 1)),
                NOON);
        api.topics.views.put("medtop:20000763", view);
        api.topics.summaries.add(new TopicSummary("place:oslo", "Oslo", "place", 3, NOON));
        api.topics.summaries.add(new TopicSummary("medtop:04000000", "economy", "medtop", 9, NOON));

        JsonNode shown = api.json("/v1/topics/medtop:20000763");

        assertThat(shown.path("related").toString())
                .isEqualTo("[{\"id\":\"place:oslo\",\"articles\":2,\"name\":\"Oslo\"},"
                        + "{\"id\":\"place:gone\",\"articles\":1}]");
        assertThat(shown.path("broader").toString())
                .isEqualTo("[{\"id\":\"medtop:04000000\",\"name\":\"economy\"},{\"id\":\"medtop:2\"}]");
        assertThat(shown.at("/topic/broader").toString()).isEqualTo("[\"medtop:04000000\",\"medtop:2\"]");
    }

    @Test
    void listsTheLargestTopicsUnasked() throws Exception {
        api.json("/v1/topics");

        assertThat(api.topics.asked).isEqualTo(new TopicQuery(null, null, null, TopicQuery.Order.VOLUME, 50, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "limit=", "order=best", "after=x", "q=" + LONG})
    void refusesParametersThatItCannotUse(String query) throws Exception {
        var response = api.get("/v1/topics?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body())
                .contains("\"code\":\"bad-parameter\"")
                .contains("The parameter " + query.substring(0, query.indexOf('=')) + " is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?limit=5&bogus=1",
                "/v1/topics/place:oslo?bogus",
                "/v1/topics/place:oslo/articles?bogus=",
                "/v1/topics/place:oslo/stream?bogus=1",
                "/v1/articles/a?bogus=1",
                "/v1/stream?bogus=1"
            })
    void refusesParametersThatItDoesNotKnow(String address) throws Exception {
        var response = api.get(address);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"code\":\"unknown-parameter\"", "'bogus'");
    }

    @Test
    void namesTheParametersThatItKnows() throws Exception {
        assertThat(api.get("/v1/topics?bogus=1").body()).contains("Known are kind, q, broader, order, limit, after.");
    }

    private static final String LONG = "12345678901234567890123456789012345678901234567890"
            + "12345678901234567890123456789012345678901234567890"
            + "12345678901234567890123456789012345678901234567890"
            + "123456789012345678901234567890123456789012345678901";

    @ParameterizedTest
    @ValueSource(strings = {"place:日本", "person:zürich-b", "source:wire.example_EU-1", "keyword:c", "medtop:20000763"})
    void findsATopicByItsIdHoweverItIsEncoded(String id) throws Exception {
        api.topics.views.put(id, view(id));

        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        assertThat(api.json("/v1/topics/" + encoded).at("/topic/id").asString()).isEqualTo(id);
        assertThat(api.json("/v1/topics/" + encoded.replace("%3A", ":"))
                        .at("/topic/id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void saysThatATopicIsUnknown() throws Exception {
        for (String path : List.of("/v1/topics/place:nowhere", "/v1/topics/place:nowhere/articles")) {
            var response = api.get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("topic-not-found").contains("place:nowhere");
        }
    }

    @Test
    void doesNotCallATopicUnknownWhileItIsRestoring() throws Exception {
        api.topics.restoring = true;

        for (String path :
                List.of("/v1/topics", "/v1/topics/a:b", "/v1/topics/a:b/articles", "/v1/topics/a:b/stream")) {
            api.ready(1);
            var response = api.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.headers().firstValue("retry-after")).hasValue("2");
            assertThat(response.body()).contains("\"code\":\"restoring\"").contains("REBALANCING");
        }
    }

    @Test
    void pagesThroughArticlesThoughNewOnesArriveAndSomeLeave() throws Exception {
        for (int i = 0; i < 7; i++) {
            add("a" + i, i / 2); // pairs of the same time
        }
        var seen = new ArrayList<String>();

        JsonNode page = api.json("/v1/topics/source:agency/articles?limit=3");
        page.at("/articles").forEach(card -> seen.add(card.at("/id").asString()));
        add("new", 100);
        api.topics.remove("source:agency", seen.getLast());
        while (page.has("next")) {
            page = api.json("/v1/topics/source:agency/articles?limit=3&before="
                    + page.at("/next").asString());
            page.at("/articles").forEach(card -> seen.add(card.at("/id").asString()));
        }

        assertThat(seen).containsExactly("a6", "a4", "a5", "a2", "a3", "a0", "a1");
    }

    @Test
    void saysOnTheLastPageThatThereAreMoreThanPages() throws Exception {
        add("a", 1);
        add("b", 2);

        assertThat(api.json("/v1/topics/source:agency/articles?limit=2").has("more"))
                .isFalse();
        api.topics.cut = true;
        assertThat(api.json("/v1/topics/source:agency/articles?limit=1").has("more"))
                .isFalse();
        assertThat(api.json("/v1/topics/source:agency/articles?limit=2").has("more"))
                .isTrue();
        assertThat(api.json("/v1/topics/source:agency/articles?limit=2&source=agency")
                        .has("more"))
                .isFalse(); // a page that may not be the last
    }

    @Test
    void refusesAPageThatItDidNotName() throws Exception {
        add("a", 1);

        for (String bad : List.of("x", "%21", "YWJj", "OTk5OTk5OTk5OTk5OTk5OTk5OTkgYQ")) {
            var response = api.get("/v1/topics/source:agency/articles?before=" + bad);
            assertThat(response.statusCode()).as(bad).isEqualTo(400);
            assertThat(response.body()).contains("bad-parameter").contains("before");
        }
    }

    private void add(String id, int second) {
        api.topics.add(
                "source:agency",
                CardOf.of(article(id, "agency")
                        .receivedAt(NOON.plusSeconds(second))
                        .build()));
    }

    private static TopicView view(String id) {
        return BareViews.view(new TopicRef(id, "A name", id.substring(0, id.indexOf(':'))), 1, List.of(), NOON);
    }
}

package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.Statistics;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.RelatedTopic;
import org.copyflow.index.BareViews;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntityRoutesTest {

    private static final String OSLO = "place:oslo";
    private static final String TEXT = "Oslo opened 12 quays. \"Oslo is open,\" said Ada Brook. It has 7 boats.";

    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi();
        api.topics.views.put(OSLO, view(OSLO));
        api.topics.summaries.add(new TopicSummary("keyword:harbour", "harbour", "keyword", 3, NOON));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void isItsTopicsViewWithWhatItsArticlesSayOfIt() throws Exception {
        add(quays("a1", NOON), null);

        JsonNode oslo = api.json("/v1/entities/place%3Aoslo");

        assertThat(oslo.at("/topic/kind").asString()).isEqualTo("place");
        assertThat(oslo.path("articles").asInt()).isEqualTo(3);
        assertThat(oslo.at("/related/0/name").asString()).isEqualTo("harbour");
        assertThat(oslo.path("names").toString())
                .isEqualTo("[{\"name\":\"Kristiania\",\"articles\":1},{\"name\":\"Oslo\",\"articles\":1}]");
        assertThat(oslo.path("links").toString())
                .isEqualTo(
                        "[{\"id\":\"geonames:3143244\",\"url\":\"https://www.geonames.org/3143244\",\"articles\":1}]");
        assertThat(oslo.path("saidAbout").toString())
                .isEqualTo("[{\"articleId\":\"a1\",\"at\":\"2026-03-05T12:00:00Z\",\"text\":\"Oslo is open\","
                        + "\"speaker\":\"Ada Brook\",\"direct\":true}]");
        assertThat(oslo.has("said")).isFalse();
        assertThat(oslo.at("/figures/0/figure/text").asString()).isEqualTo("12 quays");
        assertThat(oslo.path("figures").size())
                .as("not of sentences without it")
                .isEqualTo(1);
    }

    @Test
    void tellsWhatItSaid() throws Exception {
        api.topics.views.put("person:ada-brook", view("person:ada-brook"));
        Article article = quays("a1", NOON);
        api.articles.put("a1", article);
        api.topics.add("person:ada-brook", CardOf.of(article));

        JsonNode ada = api.json("/v1/entities/person:ada-brook");

        assertThat(ada.at("/said/0/text").asString()).isEqualTo("Oslo is open");
        assertThat(ada.has("saidAbout")).isFalse();
    }

    @Test
    void countsNamesAndLinksOfAllItsArticlesAndLeavesOutCopiesAndWhatWasTakenBack() throws Exception {
        add(quays("a1", NOON), null);
        add(quays("a2", NOON.plusSeconds(1)), null);
        add(quays("a3", NOON.plusSeconds(2)), "a1");
        Article killed = quays("a4", NOON.plusSeconds(3));
        add(killed, null);
        api.articles.put("a4", killed.toBuilder().status(ArticleStatus.CANCELED).build());

        JsonNode oslo = api.json("/v1/entities/place:oslo");

        assertThat(oslo.at("/names/0/articles").asInt()).isEqualTo(2);
        assertThat(oslo.at("/links/0/articles").asInt()).isEqualTo(2);
        assertThat(oslo.at("/saidAbout/0/articleId").asString()).isEqualTo("a2");
    }

    @Test
    void saysWhyThereIsNone() throws Exception {
        assertThat(api.get("/v1/entities/person:nobody").body())
                .contains("\"status\":404", "entity-not-found", "'person:nobody'");
        for (String id : List.of("medtop:15000000", "Oslo", "source:desk")) {
            var response = api.get("/v1/entities/" + id);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body())
                    .contains("entity-not-found", "is no person, organisation, place, event or product");
        }
    }

    private void add(Article article, @Nullable String duplicateOf) {
        api.articles.put(article.id(), article);
        api.topics.add(OSLO, CardOf.of(article, List.of(), duplicateOf));
    }

    private static Article quays(String id, Instant receivedAt) {
        int said = TEXT.indexOf("Oslo is");
        int boats = TEXT.indexOf("7 boats");
        return article(id, "agency")
                .receivedAt(receivedAt)
                .text(TEXT)
                .entities(List.of(
                        new Entity(
                                "Oslo",
                                Entity.Type.PLACE,
                                List.of("Kristiania"),
                                "geonames:3143244",
                                1,
                                List.of(new Span(0, 4), new Span(said, said + 4))),
                        new Entity("Ada Brook", Entity.Type.PERSON, List.of(), null, 0, List.of())))
                .quotes(List.of(new Quote(said, said + 12, "Oslo is open", "Ada Brook", "said", true)))
                .statistics(new Statistics(
                        new Statistics.TextStatistics(20, 1, 1, 100, 100, null),
                        List.of(
                                figure(12, "12 quays", "quays", new Span(0, 21)),
                                figure(7, "7 boats", "boats", new Span(boats - 7, TEXT.length())))))
                .build();
    }

    private static Figure figure(int value, String text, String unit, Span sentence) {
        return new Figure(
                TEXT.indexOf(text),
                TEXT.indexOf(text) + text.length(),
                text,
                Figure.Kind.COUNT,
                BigDecimal.valueOf(value),
                null,
                null,
                unit,
                null,
                "=",
                null,
                null,
                null,
                sentence);
    }

    private static TopicView view(String id) {
        return BareViews.view(
                new TopicRef(id, "Oslo", id.substring(0, id.indexOf(':'))),
                3,
                List.of(new RelatedTopic("keyword:harbour", 3)),
                NOON);
    }
}

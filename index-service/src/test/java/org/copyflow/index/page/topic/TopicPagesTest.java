package org.copyflow.index.page.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.harbour;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Span;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.events.topic.TopicView.RelatedTopic;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.copyflow.index.page.PageServer;
import org.copyflow.index.query.FakeTopics;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicPagesTest {

    private static final String SOCCER = "medtop:20001065";

    private final FakeTopics topics = new FakeTopics();
    private final Map<String, Article> articles = new ConcurrentHashMap<>();
    private PageServer server;

    @BeforeEach
    void start() {
        server =
                new PageServer(new TopicPages(topics, articles::get, InstantSource.fixed(NOON.plusSeconds(60)))::addTo);
        topics.summaries.add(summary("medtop:15000000", "sport", 0));
        topics.summaries.add(summary(SOCCER, "soccer", 3.4, "medtop:15000000"));
        topics.summaries.add(new TopicSummary("place:oslo", "Oslo", "place", 3, NOON));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatTheViewSays() throws Exception {
        topics.views.put(SOCCER, view());
        topics.add(SOCCER, CardOf.of(harbour("a1")));

        assertThat(server.html("/topics/" + SOCCER))
                .contains("› <a href=\"/topics/medtop:15000000\">sport</a>")
                .contains("<strong class=\"breaking\">breaking</strong>", "Trend 3.4")
                .contains(
                        "<rect x=\"167\" y=\"0\" width=\"1\" height=\"40\"><title>5 Mar, 12:00 UTC: 31</title></rect>")
                .contains("<rect x=\"89\"")
                .contains("<a href=\"/topics/place:oslo\">Oslo</a> <span class=\"count\">3</span>")
                .contains("<a href=\"/search?topic=medtop%3A20001065&amp;language=zh\">Chinese</a>")
                .contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"soccer (Atom)\""
                        + " href=\"/v1/topics/medtop:20001065/feed.atom\">")
                .contains("<a href=\"/v1/topics/medtop:20001065\">As JSON</a>")
                .doesNotContain("place:gone");
    }

    @Test
    void showsWhatArticlesSayOfAnEntity() throws Exception {
        String text = "Mayor Brook opened the tunnel. \"It is early\", Ada Brook said. It cost 12 million euros.";
        var brook = new Entity(
                "Ada Brook", Entity.Type.PERSON, List.of("Mayor Brook"), "wikidata:Q42", 0.9, List.of(new Span(0, 11)));
        Article article = article("a1", "agency")
                .text(text)
                .entities(List.of(brook))
                .quotes(List.of(
                        new Quote(32, 43, "It is early", "Ada Brook", "said", true),
                        new Quote(0, 30, "Mayor Brook is <here>", "Kim Vale", "said", true)))
                .build();
        articles.put("a1", article);
        topics.views.put("person:ada-brook", view(new TopicRef("person:ada-brook", "Ada Brook", "person")));
        topics.add("person:ada-brook", CardOf.of(article));

        assertThat(server.html("/topics/person:ada-brook"))
                .contains("also Mayor Brook")
                .contains(
                        "<a href=\"https://www.wikidata.org/wiki/Q42\" rel=\"noopener noreferrer nofollow\">wikidata:Q42</a>")
                .contains("<h2>Said</h2>", "<a href=\"/articles/a1\"><q>It is early</q></a>")
                .contains(
                        "<h2>Said of it</h2>", "<q>Mayor Brook is &lt;here&gt;</q></a> <span class=\"credit\">Kim Vale")
                .contains("<a href=\"/v1/entities/person:ada-brook\">As JSON</a>");
    }

    @Test
    void listsTopicsInEveryOrderWithTheWayThroughTheHierarchy() throws Exception {
        String html = server.html("/topics?kind=medtop&broader=medtop:15000000&order=trend");

        assertThat(html)
                .contains("<a href=\"/topics?kind=medtop&amp;broader=medtop%3A15000000&amp;order=trend\""
                        + " aria-current=\"true\">Trending</a>")
                .contains("<a href=\"/topics?kind=medtop&amp;broader=medtop%3A15000000\">Most articles</a>")
                .contains("<a href=\"/topics?kind=medtop&amp;broader=none&amp;order=trend\">Top level</a>")
                .contains("aria-label=\"What is below sport\"")
                .doesNotContain("aria-label=\"What is below soccer\"")
                .contains("<strong class=\"breaking\">breaking</strong>");
        TopicQuery asked = Objects.requireNonNull(topics.asked);
        assertThat(asked.broader()).isEqualTo("medtop:15000000");
        assertThat(asked.order()).isEqualTo(Order.TREND);
    }

    @Test
    void passesOverWhatItCannotUse() throws Exception {
        assertThat(server.get("/topics?order=best&after=x&bogus=1").statusCode())
                .isEqualTo(200);
        assertThat(Objects.requireNonNull(topics.asked))
                .isEqualTo(new TopicQuery(null, null, null, Order.VOLUME, 200, null));
    }

    private static TopicSummary summary(String id, String name, double trend, String... broader) {
        return new TopicSummary(id, name, "medtop", List.of(broader), 9, trend, trend > 3, NOON);
    }

    private static TopicView view() {
        return view(new TopicRef(SOCCER, "soccer", "medtop", List.of("medtop:15000000")));
    }

    private static TopicView view(TopicRef topic) {
        return new TopicView(
                topic,
                31,
                NOON,
                NOON,
                new TimeCounts(NOON, List.of(31L)),
                new TimeCounts(NOON, List.of(31L)),
                3.4,
                true,
                List.of(),
                List.of(new Count("agency", 31)),
                List.of(),
                List.of(),
                List.of(new Count("zh", 31)),
                List.of(new RelatedTopic("place:oslo", 3), new RelatedTopic("place:gone", 1)),
                List.of(),
                NOON);
    }
}

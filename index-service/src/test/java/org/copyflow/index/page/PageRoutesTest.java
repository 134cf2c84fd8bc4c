package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.harbour;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.article.Statistics;
import org.copyflow.index.page.topic.TopicPages;
import org.copyflow.index.query.FakeTopics;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.query.story.FakeStories;
import org.copyflow.index.topic.CardOf;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{x}}";
    private static final Pattern INLINE =
            Pattern.compile("<script(?! src=\"/assets/)|<style|\\sstyle=|<[^>]*\\son\\w+=");
    private final FakeTopics topics = new FakeTopics();
    private final FakeStories stories = new FakeStories();
    private final Map<String, Article> articles = new ConcurrentHashMap<>();
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    @BeforeEach
    void start() {
        server.start(routes -> {
            new PageRoutes(topics, articles::get, stories).addTo(routes);
            new TopicPages(topics, articles::get, InstantSource.system()).addTo(routes);
        });
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
        metrics.close();
    }

    @Test
    void homeShowsTopicsByKindAndTheNewestArticles() throws Exception {
        topics.coverage.putAll(Map.of(0, 4L, 1, 7L));
        topics.summaries.add(new TopicSummary("source:agency", "agency", "source", 2, NOON));
        topics.add("source:agency", CardOf.of(harbour("a1")));
        topics.add(
                "source:agency",
                CardOf.of(article("a2", "agency")
                        .title("Second")
                        .receivedAt(NOON.plusSeconds(1))
                        .build()));

        String html = html("/");

        assertThat(html)
                .contains("<h2><a href=\"/topics?kind=place\">Places</a> <span class=\"count\">1</span></h2>")
                .contains("<a href=\"/topics/source:agency\">agency</a> <span class=\"count\">2</span>")
                .contains("data-article=\"a1\" data-sorted=\"2026-03-05T12:00:00Z\"")
                .contains("<a href=\"/articles/a1\">Harbour tunnel opens early</a>")
                .contains("<time datetime=\"2026-03-05T12:00:00Z\">5 Mar 2026, 12:00 UTC</time>")
                .contains("data-stream=\"/v1/stream?after=0-4.1-7\"")
                .doesNotContain("No article has arrived");
        assertThat(html.indexOf("Second")).isLessThan(html.indexOf("Harbour tunnel"));
    }

    @Test
    void articleLinksToItsLeadImageAndDoesNotLoadIt() throws Exception {
        articles.put(
                "a1",
                article("a1", "agency")
                        .leadImage(new LeadImage(
                                "https://img.example/tunnel.jpg", "A tunnel", "The tunnel.", "Ana Lind", null, null))
                        .build());

        assertThat(html("/articles/a1"))
                .contains("<a href=\"https://img.example/tunnel.jpg\" rel=\"noopener noreferrer nofollow\">Its lead"
                        + " image</a> <span class=\"credit\">The tunnel. – Ana Lind</span>")
                .doesNotContain("<img");
    }

    @Test
    void homeSaysThatNothingArrivedYet() throws Exception {
        assertThat(get("/").body()).contains("No article has arrived").contains("data-stream");
    }

    @Test
    void topicShowsWhoIsInItAndPagesThroughItsArticles() throws Exception {
        String id = "place:日本";
        topics.coverage.put(0, 4L);
        for (int i = 0; i < 31; i++) {
            topics.add(
                    id,
                    CardOf.of(article("a" + i, "agency")
                            .receivedAt(NOON.plusSeconds(i))
                            .build()));
        }
        topics.views.put(id, SampleViews.of(id, "日本", null));

        String first = html("/topics/place%3A%E6%97%A5%E6%9C%AC");
        assertThat(first)
                .contains("<title>日本 – Copyflow</title>")
                .contains("<h1>日本</h1>")
                .contains("<a href=\"/topics/person:ada-brook\">Ada Brook</a> <span class=\"count\">2</span>")
                .contains("<a href=\"/topics/organisation:port-authority\">Port Authority</a>")
                .contains("<a href=\"/topics/source:wire.example\">wire.example</a>")
                .contains("data-stream=\"/v1/topics/place:%E6%97%A5%E6%9C%AC/stream?after=0-4\"")
                .contains("data-article=\"a1\"")
                .doesNotContain("data-article=\"a0\"");

        var older = Pattern.compile("href=\"([^\"]*before=[^\"]*)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(html(older.group(1)))
                .contains("data-article=\"a0\"")
                .doesNotContain("data-article=\"a1\"")
                .doesNotContain("data-stream")
                .doesNotContain("Older articles");
    }

    @Test
    void listsTheTopicsOfAKind() throws Exception {
        topics.summaries.add(new TopicSummary("person:ada-brook", "Ada Brook", "person", 2, NOON));

        assertThat(get("/topics?kind=person&q=a").body())
                .contains("<h1>People <span class=\"count\">1</span></h1>")
                .contains("name=\"kind\" value=\"person\"")
                .contains("value=\"a\"")
                .contains("<a href=\"/topics/person:ada-brook\">Ada Brook</a>");
    }

    @Test
    void articleShowsItsTextAndWhatWasFoundInIt() throws Exception {
        articles.put("a1", full("Ada Brook"));

        assertThat(html("/articles/a1"))
                .contains("<article class=\"story\" lang=\"en\">")
                .contains("<h1>Ada Brook title</h1>")
                .contains("<p class=\"kicker\">Ada Brook kicker</p>")
                .contains("Ada Brook by, Ada Brook ed (editor)")
                .contains("<time datetime=\"2026-03-04\">4 Mar 2026</time>")
                .contains("Continued from Ada Brook page")
                .contains("<h2>Ada Brook</h2>")
                .contains("<mark class=\"quoted person\" title=\"said by Ada Brook speaker · Ada Brook,"
                        + " person\">said</mark>")
                .contains("<ul><li>Ada Brook item</li><li>Ada Brook item</li></ul>")
                .contains("<li>Ada Brook quote <span class=\"credit\">Ada Brook speaker</span>"
                        + " <span class=\"credit\">reported</span></li>")
                .contains("<li><q>Ada Brook words</q> <span class=\"credit\">Ada Brook speaker</span></li>")
                .contains("Ada Brook caption <span class=\"credit\">Ada Brook credit</span>")
                .contains("<strong>Correction</strong> Ada Brook note")
                .contains("<td>1\u202f130 Ada Brook unit <span class=\"change\">up</span> <span class=\"credit\">Ada"
                        + " Brook measures</span></td>")
                .contains("<a href=\"/topics/person:ada-brook\">Ada Brook</a> <span class=\"credit\">person, 1 ×; also"
                        + " Ada Brook alias")
                .contains("<a href=\"https://example.org/1\" rel=\"noopener noreferrer nofollow\">")
                .contains("<a href=\"/v1/articles/a1?format=json\">As JSON</a>")
                .contains("<a href=\"/topics/medtop:1\">Ada Brook topic</a>")
                .contains("20 words, 2 min");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/articles/a1", "/topics/place:x", "/topics?q=%3Cscript%3Ealert(1)%3C/script%3E&kind=%22%3E", "/"
            })
    void escapesWhateverAnArticleHolds(String path) throws Exception {
        Article hostile = full(HOSTILE);
        articles.put("a1", hostile);
        topics.add("place:x", CardOf.of(hostile));
        topics.add("source:agency", CardOf.of(hostile));
        topics.views.put("place:x", SampleViews.of("place:x", HOSTILE, HOSTILE));
        topics.summaries.add(new TopicSummary("source:agency", HOSTILE, HOSTILE, 1, NOON));

        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .contains("&lt;script&gt;");
        assertThat(INLINE.matcher(response.body()).find()).isFalse();
        assertThat(response.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").contains("script-src 'self'"));
        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org",
                "https:",
                "HTTPS://\u0001",
                "ftp://example.org"
            })
    void linksToNoOriginalThatIsNoWebPage(String url) throws Exception {
        articles.put("a1", full("x").toBuilder().url(url).build());

        assertThat(get("/articles/a1").body()).doesNotContain("The original");
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        for (String path : List.of("/articles/none", "/topics/place:nowhere")) {
            var response = get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("<h1>No such ").doesNotContain("http-equiv");
        }
    }

    @Test
    void loadsItselfAgainWhileTheIndexIsRestoring() throws Exception {
        topics.restoring = true;

        for (String path : List.of("/", "/topics", "/topics/place:x")) {
            var response = get(path);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("retry-after")).hasValue("2");
            assertThat(response.body()).contains("One moment").contains("<meta http-equiv=\"refresh\" content=\"2\">");
        }
    }

    @Test
    void servesItsOwnFilesForGood() throws Exception {
        String html = html("/");
        var assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"]*)\"").matcher(html);
        int count = 0;
        while (assets.find()) {
            var response = get(assets.group(1));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isNotBlank();
            assertThat(response.headers().firstValue("cache-control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
            count++;
        }
        assertThat(count).isEqualTo(3);
        assertThat(get("/assets/none.js").statusCode()).isEqualTo(404);
    }

    /// An article with something in every field, `x` in each text.
    private static Article full(String x) {
        String text = x + "\n\n" + "said" + "\n\n" + x + " item" + "\n\n" + x + " item";
        int said = x.length() + 2;
        int one = said + 6;
        int two = one + x.length() + 7;
        return article("a1", "agency")
                .title(x + " title")
                .kicker(x + " kicker")
                .section(x + " section")
                .publisher(x + " publisher")
                .language("en")
                .url("https://example.org/1")
                .bylines(List.of(new Byline(x + " by", "author"), new Byline(x + " ed", "editor")))
                .publishedAt(new StatedTime("2026-03-04"))
                .updatedAt(new StatedTime("2026-03-05T09:00:00+01:00"))
                .text(text)
                .blocks(List.of(
                        new Block(Block.Type.HEADING, 0, x.length()),
                        new Block(Block.Type.QUOTE, said, said + 4),
                        new Block(Block.Type.LIST_ITEM, one, one + x.length() + 5),
                        new Block(Block.Type.LIST_ITEM, two, two + x.length() + 5)))
                .leadImage(new LeadImage("https://example.org/1.jpg", null, x + " picture", x + " by", 8, 6))
                .captions(List.of(new Caption(x + " caption", x + " credit")))
                .notes(List.of(new Note(Note.Kind.CORRECTION, x + " note")))
                .continuedFrom(x + " page")
                .summary(x + " summary")
                .keyphrases(List.of(x + " phrase"))
                .statistics(new Statistics(
                        new Statistics.TextStatistics(20, 1, 1, 100, 100, null),
                        List.of(new Figure(
                                0,
                                0,
                                x + " figure",
                                Figure.Kind.COUNT,
                                new BigDecimal(1130),
                                null,
                                null,
                                x + " unit",
                                null,
                                "=",
                                "up",
                                x + " measures",
                                null,
                                new Span(0, 1)))))
                .entities(List.of(new Entity(
                        x, Entity.Type.PERSON, List.of(x + " alias"), null, 1, List.of(new Span(said, said + 4)))))
                .quotes(quotes(x, said))
                .topics(List.of(new ArticleTopic("medtop:1", x + " topic", 1)))
                .build();
    }

    private static List<Quote> quotes(String x, int said) {
        return List.of(
                new Quote(said, said + 4, x + " quote", x + " speaker", "said", false),
                new Quote(0, 0, x + " words", x + " speaker", "said", true));
    }

    /// A page, with the escapes that stand for themselves undone.
    private String html(String path) throws IOException, InterruptedException {
        return get(path).body().replace("&#61;", "=");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }
}

package org.copyflow.index.http.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.http.topic.FeedSamples.SPORT;
import static org.copyflow.index.http.topic.FeedSamples.TITLE;
import static org.copyflow.index.http.topic.FeedSamples.ball;
import static org.copyflow.index.http.topic.FeedSamples.view;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.feed.FeedReader;
import org.copyflow.formats.jsonfeed.JsonFeedReader;
import org.copyflow.index.http.RunningApi;
import org.copyflow.index.syndication.FeedForm;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Feeds are read back by the readers that ingest has, and held against the rules of their specifications.
class TopicFeedsTest {

    private static final Pattern RFC_822 =
            Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi();
        api.topics.views.put(SPORT, view(NOON));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource
    void sayInEveryFormWhatTheArticleSays(FeedForm form) throws Exception {
        add(ball("a1"));

        SourceArticle read = read(form, get(form).body()).getFirst();

        assertThat(read.title()).isIn(TITLE, "体育 & \"Ball\" ]]> 😀"); // our reader takes mark-up for mark-up
        assertThat(read.bylines()).extracting(Byline::name).containsExactly("SUN Jin", "Ana <Lind>");
        assertThat(read.language()).isEqualTo("zh");
        assertThat(read.url()).isEqualTo("https://wire.example/ball?a=1&b=2");
        assertThat(Objects.requireNonNull(read.publishedAt()).toInstant())
                .isEqualTo(Instant.parse("2026-03-05T01:39:50Z"));
        assertThat(Objects.requireNonNull(read.updatedAt()).toInstant())
                .isEqualTo(Instant.parse("2026-03-05T02:00:00Z"));
        assertThat(read.blocks()).extracting(block -> block.text()).containsExactly("One < two & three.", "Four.");
    }

    @ParameterizedTest
    @EnumSource
    void leaveOutWhatXmlCannotHold(FeedForm form) throws Exception {
        add(ball("a1").toBuilder().title("Bell\u0007 \uD83D rings").build());

        assertThat(read(form, get(form).body()).getFirst().title()).isIn("Bell  rings", "Bell rings");
    }

    @Test
    void areAtomAsItsRulesHaveIt() throws Exception {
        add(ball("a1"));
        add(article("a2", "agency").build());

        HttpResponse<String> response = get(FeedForm.ATOM);
        Feed feed = (Feed) new WireFeedInput(false, Locale.ROOT).build(new StringReader(response.body()));

        assertThat(response.headers().firstValue("content-type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(feed.getId()).isEqualTo("urn:copyflow:topic:medtop:15000000");
        assertThat(feed.getTitle()).isEqualTo("sport");
        assertThat(feed.getUpdated()).isEqualTo(NOON);
        assertThat(feed.getOtherLinks())
                .filteredOn(link -> link.getRel().equals("self"))
                .extracting(link -> link.getHref())
                .containsExactly(api.uri("/v1/topics/medtop:15000000/feed.atom").toString());
        assertThat(feed.getAlternateLinks())
                .extracting(link -> link.getHref())
                .containsExactly(api.uri("/topics/medtop:15000000").toString());
        assertThat(feed.getEntries())
                .extracting(entry -> entry.getId())
                .containsExactly("urn:copyflow:article:a2", "urn:copyflow:article:a1");
        feed.getEntries().forEach(entry -> {
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(entry.getUpdated()).isNotNull();
            assertThat(entry.getAuthors()).isNotEmpty();
            assertThat(entry.getAlternateLinks()).hasSize(1);
            assertThat(entry.getContents()).hasSize(1);
        });
        assertThat(feed.getEntries().getFirst().getAlternateLinks().getFirst().getHref())
                .as("no original on the web")
                .isEqualTo(api.uri("/articles/a2").toString());
        assertThat(feed.getEntries().get(1).getCategories().getFirst().getTerm())
                .isEqualTo(SPORT);
        assertThat(feed.getEntries().get(1).getRights()).isEqualTo("© Wire. No reuse");
        assertThat(response.body())
                .contains("<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>");
    }

    @Test
    void areRssAsItsRulesHaveIt() throws Exception {
        add(ball("a1"));

        HttpResponse<String> response = get(FeedForm.RSS);
        Channel channel = (Channel) new WireFeedInput(true, Locale.ROOT).build(new StringReader(response.body()));

        assertThat(response.headers().firstValue("content-type")).hasValue("application/rss+xml; charset=utf-8");
        assertThat(channel.getFeedType()).isEqualTo("rss_2.0");
        assertThat(channel.getTitle()).isEqualTo("sport");
        assertThat(channel.getLink())
                .isEqualTo(api.uri("/topics/medtop:15000000").toString());
        assertThat(channel.getDescription()).isEqualTo("The newest articles in sport");
        assertThat(channel.getLanguage()).isEqualTo("zh");
        assertThat(channel.getItems().getFirst().getGuid().getValue()).isEqualTo("urn:copyflow:article:a1");
        assertThat(channel.getItems().getFirst().getGuid().isPermaLink()).isFalse();
        assertThat(channel.getItems().getFirst().getDescription().getValue())
                .as("a text, told as HTML")
                .isEqualTo("Sum &lt;i&gt; &amp; more");
        assertThat(values(response.body(), "pubDate")).containsExactly("Thu, 5 Mar 2026 01:39:50 GMT");
        assertThat(values(response.body(), "lastBuildDate"))
                .allMatch(date -> RFC_822.matcher(date).matches());
        assertThat(response.body())
                .contains("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\""
                        + api.uri("/v1/topics/medtop:15000000/feed.rss") + "\">");
    }

    @Test
    void areJsonFeedAsItsRulesHaveIt() throws Exception {
        add(ball("a1"));

        HttpResponse<String> response = get(FeedForm.JSON);
        JsonNode feed = EventJson.mapper().readTree(response.body());

        assertThat(response.headers().firstValue("content-type")).hasValue("application/feed+json; charset=utf-8");
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asString())
                .isEqualTo(api.uri("/v1/topics/medtop:15000000/feed.json").toString());
        assertThat(feed.path("home_page_url").asString())
                .isEqualTo(api.uri("/topics/medtop:15000000").toString());
        JsonNode item = feed.at("/items/0");
        assertThat(item.path("id").asString()).isEqualTo("urn:copyflow:article:a1");
        assertThat(item.path("content_html").asString()).isEqualTo("<p>One &lt; two &amp; three.</p>\n<p>Four.</p>\n");
        assertThat(item.path("date_modified").asString()).isEqualTo("2026-03-05T02:00:00Z");
        assertThat(item.at("/tags/0").asString()).isEqualTo("sport");
        assertThat(item.at("/_copyflow/rights/dataMining").asString()).isEqualTo("prohibited");
        assertThat(item.at("/_copyflow/article").asString())
                .isEqualTo(api.uri("/v1/articles/a1").toString());
    }

    @ParameterizedTest
    @EnumSource
    void leadFromPageToPageToTheLastArticle(FeedForm form) throws Exception {
        for (int i = 10; i < 17; i++) {
            add(article("a" + i, "agency").receivedAt(NOON.plusSeconds(i)).build());
        }
        var ids = new ArrayList<String>();

        String next = "/v1/topics/medtop:15000000/" + form.fileName() + "?limit=3";
        while (next != null) {
            String body = api.get(next).body();
            Matcher id = Pattern.compile("urn:copyflow:article:(a\\d+)").matcher(body);
            while (id.find()) {
                ids.add(id.group(1));
            }
            Matcher link = Pattern.compile("(?:rel=\"next\"[^>]*href=\"|\"next_url\":\")http://[^/]*([^\"]*)\"")
                    .matcher(body);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }

        assertThat(ids).containsExactly("a16", "a15", "a14", "a13", "a12", "a11", "a10");
    }

    @ParameterizedTest
    @EnumSource
    void forgetAtOnceWhatWasTakenBack(FeedForm form) throws Exception {
        add(ball("a1"));
        add(ball("a2"));
        api.articles.put(
                "a1", ball("a1").toBuilder().status(ArticleStatus.CANCELED).build());

        assertThat(get(form).body()).contains("article:a2").doesNotContain("article:a1");
    }

    @Test
    void leaveOutWhatAReaderMayNotMine() throws Exception {
        add(ball("a1"));
        add(article("a2", "agency").build());

        assertThat(api.get("/v1/topics/medtop:15000000/feed.json?rights=mining-not-prohibited")
                        .body())
                .contains("article:a2")
                .doesNotContain("article:a1");
        assertThat(api.json("/v1/topics/medtop:15000000/articles?language=zh")
                        .path("articles")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/v1/topics/medtop:15000000/feed.json?rights=all").statusCode())
                .isEqualTo(400);
    }

    @Test
    void areAnsweredByWhatAClientLikesBest() throws Exception {
        add(ball("a1"));
        var likes = Map.of(
                "application/atom+xml", "application/atom+xml",
                "application/rss+xml, application/xml;q=0.9, */*;q=0.8", "application/rss+xml",
                "application/feed+json", "application/feed+json",
                "*/*", "application/json",
                "text/html,application/xhtml+xml", "application/json");
        for (Map.Entry<String, String> like : likes.entrySet()) {
            var response = api.get("/v1/topics/medtop:15000000/articles", "Accept", like.getKey());

            assertThat(response.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith(like.getValue() + ";"));
            assertThat(response.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
        }
    }

    @Test
    void areNotSentAgainToWhoHasThem() throws Exception {
        add(ball("a1"));
        var first = get(FeedForm.ATOM);
        String tag = first.headers().firstValue("etag").orElseThrow();
        String address = "/v1/topics/medtop:15000000/feed.atom";

        assertThat(first.headers().firstValue("last-modified"))
                .as("what is taken back is seen later than the time that it bears")
                .isEmpty();
        assertThat(api.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        api.topics.views.put(SPORT, view(NOON.plusSeconds(1)));
        assertThat(api.get(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void areThereForASavedQueryFromItsFirstMoment(FeedForm form) throws Exception {
        api.queries.put("abc", new SavedQuery("abc", "Harbours", "harbour", "title", NOON));
        String address = "/v1/queries/abc/" + form.fileName();

        assertThat(api.get(address).body()).contains("Harbours", "/v1/queries/abc/feed.", "/topics/query:abc");

        api.topics.views.put("query:abc", view(NOON));
        Article article = ball("a1");
        api.articles.put("a1", article);
        api.topics.add("query:abc", CardOf.of(article));
        assertThat(api.get(address).body()).contains("article:a1");
        assertThat(api.get("/v1/queries/none/" + form.fileName()).body()).contains("query-not-found");
    }

    @Test
    void areNoneOfATopicThatIsNone() throws Exception {
        assertThat(api.get("/v1/topics/place:nowhere/feed.atom").body()).contains("topic-not-found");
        assertThat(api.get("/v1/topics/medtop:15000000/feed.atom?bogus=1").body())
                .contains("unknown-parameter");
    }

    private HttpResponse<String> get(FeedForm form) throws Exception {
        return api.get("/v1/topics/medtop:15000000/" + form.fileName());
    }

    private void add(Article article) {
        api.articles.put(article.id(), article);
        api.topics.add(SPORT, CardOf.of(article));
    }

    private static List<SourceArticle> read(FeedForm form, String body) {
        var document = new PushedDocument(
                body.getBytes(StandardCharsets.UTF_8), MediaType.parse(form.contentType()), null, null);
        return (form == FeedForm.JSON ? new JsonFeedReader() : new FeedReader())
                .read(document)
                .articles();
    }

    private static List<String> values(String xml, String element) {
        return Pattern.compile("<" + element + ">([^<]*)<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

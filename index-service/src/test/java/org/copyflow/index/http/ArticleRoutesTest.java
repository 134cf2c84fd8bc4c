package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.harbour;

import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticleRoutesTest {

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
    void givesTheWholeArticle() throws Exception {
        api.articles.put("a1~2", harbour("a1~2"));

        var response = api.get("/v1/articles/a1~2");

        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(EventJson.mapper().readValue(response.body(), Article.class)).isEqualTo(harbour("a1~2"));
    }

    @Test
    void answersInTheFormThatIsAskedFor() throws Exception {
        api.articles.put("a1", harbour("a1"));

        var html = api.get("/v1/articles/a1", "Accept", "text/html,*/*;q=0.8");
        assertThat(html.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(html.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(html.headers().firstValue("vary").orElse("")).contains("Accept,");
        assertThat(html.body()).contains("<h1>Harbour tunnel opens early</h1>");

        var ninjs = api.get("/v1/articles/a1?format=ninjs", "Accept", "text/html");
        assertThat(ninjs.headers().firstValue("content-type").orElse("")).startsWith("application/vnd.iptc.ninjs+json");
        assertThat(EventJson.mapper()
                        .readTree(ninjs.body())
                        .at("/subjects/0/uri")
                        .asString())
                .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000763");
        assertThat(ninjs.headers().firstValue("etag"))
                .isPresent()
                .isNotEqualTo(html.headers().firstValue("etag"));
    }

    @Test
    void saysWhatThereIsWhereNothingIsAccepted() throws Exception {
        api.articles.put("a1", harbour("a1"));

        var none = api.get("/v1/articles/a1", "Accept", "application/xml");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.body()).contains("not-acceptable", "application/vnd.iptc.ninjs+json", "text/html");
        assertThat(api.get("/v1/articles/a1?format=xml").body()).contains("bad-parameter", "json, ninjs, html");
    }

    @Test
    void sendsNothingToWhoeverHasItAlready() throws Exception {
        api.articles.put("a1", harbour("a1"));
        String tag = api.get("/v1/articles/a1").headers().firstValue("etag").orElseThrow();

        var again = api.get("/v1/articles/a1", "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).hasValue(tag);

        api.articles.put("a1", harbour("a1").toBuilder().title("Changed").build());
        var changed = api.get("/v1/articles/a1", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("Changed");
    }

    @Test
    void saysThatAnArticleWasWithdrawn() throws Exception {
        api.articles.put(
                "a1", harbour("a1").toBuilder().status(ArticleStatus.CANCELED).build());

        var response = api.get("/v1/articles/a1");

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("article-withdrawn", "a1").doesNotContain("Harbour tunnel");
    }

    @Test
    void saysThatAnArticleIsUnknown() throws Exception {
        var response = api.get("/v1/articles/a%2F1");

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(api.get("/v1/articles/a1").body())
                .contains("article-not-found")
                .contains("a1");
    }
}

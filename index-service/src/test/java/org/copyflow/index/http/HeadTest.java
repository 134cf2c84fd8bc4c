package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.harbour;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadTest {

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
    void saysOfAnArticleWhatGetSays() throws Exception {
        api.articles.put("a1", harbour("a1"));

        var get = api.get("/v1/articles/a1");
        var head = api.head("/v1/articles/a1");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().allValues("etag")).isEqualTo(get.headers().allValues("etag"));
        assertThat(head.headers().allValues("content-length"))
                .isEqualTo(get.headers().allValues("content-length"));
        assertThat(api.head("/v1/articles/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void saysHowAStreamWouldBeginWithoutOpeningOne() throws Exception {
        for (int i = 0; i <= RunningApi.MAX_STREAMS; i++) {
            var head = api.head("/v1/stream");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
            assertThat(head.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(head.body()).isEmpty();
        }
        assertThat(api.head("/v1/stream?history=many").statusCode()).isEqualTo(400);

        api.subscribers.stop();

        assertThat(api.head("/v1/stream").statusCode()).isEqualTo(503);
        assertThat(api.head("/v1/stream").headers().firstValue("retry-after")).hasValue("2");
    }
}

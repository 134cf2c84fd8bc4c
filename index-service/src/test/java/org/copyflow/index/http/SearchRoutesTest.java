package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.index.search.SearchCursor;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRoutesTest {

    private final RunningApi api = new RunningApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void asksForWhatTheParametersSay() throws Exception {
        String cursor = new SearchCursor(Order.TIME, 7, "a").toString();
        get("/v1/search?q=ferry%20fire&in=title&topic=medtop:1&topic=medtop:2&entity=person:ada&source=desk&language=en"
                + "&from=2026-03-05&until=2026-03-06T12:00:00Z&order=time&limit=5&facet=source&after=" + cursor);

        assertThat(api.searched)
                .isEqualTo(new SearchQuery(
                        "ferry fire",
                        Where.TITLE,
                        Map.of(
                                Facet.TOPIC,
                                List.of("medtop:1", "medtop:2"),
                                Facet.ENTITY,
                                List.of("person:ada"),
                                Facet.SOURCE,
                                List.of("desk"),
                                Facet.LANGUAGE,
                                List.of("en")),
                        Instant.parse("2026-03-05T00:00:00Z"),
                        Instant.parse("2026-03-06T12:00:00Z"),
                        Order.TIME,
                        5,
                        new SearchCursor(Order.TIME, 7, "a"),
                        List.of(Facet.SOURCE)));
    }

    @Test
    void ordersByRelevanceWhereThereAreWordsElseByTime() throws Exception {
        get("/v1/search?q=ferry");
        assertThat(api.searched).extracting(SearchQuery::order).isEqualTo(Order.RELEVANCE);
        get("/v1/search?source=desk");
        assertThat(api.searched).extracting(SearchQuery::order).isEqualTo(Order.TIME);
    }

    @Test
    void answersWithFacetsByTheirNames() throws Exception {
        api.search = new SearchPage(
                1, List.of(), "next", Map.of(Facet.TOPIC, List.of(new FacetValue("medtop:1", "sport", 1))));
        assertThat(get("/v1/search?facet=topic").body())
                .isEqualTo("{\"total\":1,\"hits\":[],\"next\":\"next\",\"facets\":{\"topic\":"
                        + "[{\"id\":\"medtop:1\",\"name\":\"sport\",\"articles\":1}]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "until=2026-13-01",
                "until=%2B999999999-12-31",
                "from=-999999999-01-01T00:00:00Z",
                "order=best",
                "in=footnotes",
                "facet=colour",
                "limit=0",
                "limit=101",
                "after=x",
                "after=UkVMRVZBTkNFIHggYQ",
                "sort=time"
            })
    void refusesWhatItDoesNotUnderstand(String parameter) throws Exception {
        HttpResponse<String> answer = api.get("/v1/search?" + parameter);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}

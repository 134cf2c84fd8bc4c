package org.copyflow.index.page.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.page.PageServer;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchPage.Hit;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchPagesTest {

    private volatile @Nullable SearchQuery searched;
    private volatile @Nullable SearchPage found;
    private PageServer server;

    @BeforeEach
    void start() {
        server = new PageServer(new SearchPages(this::search)::addTo);
        found = new SearchPage(0, List.of(), null, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsHitsWithTheWordsFoundAndEscapesTheRest() throws Exception {
        ArticleCard plain =
                CardOf.of(article("a1", "agency").title("<b>Quay</b>").build());
        ArticleCard marked = CardOf.of(article("a2", "agency").build());
        found = new SearchPage(
                2,
                List.of(
                        new Hit(marked, 1F, "New <mark>quay</mark>", List.of("A <mark>quay</mark> &lt;here&gt;.")),
                        new Hit(plain, 1F, null, List.of())),
                null,
                Map.of());

        assertThat(server.html("/search?q=quay"))
                .contains("value=\"quay\"", "2 articles")
                .contains("<a href=\"/articles/a2\">New <mark>quay</mark></a>")
                .contains("A <mark>quay</mark> &lt;here&gt;.")
                .contains("<a href=\"/articles/a1\">&lt;b&gt;Quay&lt;/b&gt;</a>")
                .contains("Text of a1.")
                .contains("<a href=\"/topics?q=quay\">Topics named so</a>");
    }

    @Test
    void leadsOnByFacetsAndPages() throws Exception {
        found = new SearchPage(
                41,
                List.of(),
                "cursor",
                Map.of(
                        Facet.SOURCE, List.of(new FacetValue("desk", "desk", 41)),
                        Facet.LANGUAGE, List.of(new FacetValue("zh", "zh", 11))));

        String html = server.html("/search?q=quay&source=desk&in=title&order=time&from=2026-03-05");

        assertThat(html)
                .contains("<a href=\"/search?q=quay&amp;in=title&amp;from=2026-03-05&amp;order=time\""
                        + " title=\"Take away\">desk")
                .contains("<input type=\"hidden\" name=\"source\" value=\"desk\">")
                .contains("&amp;source=desk&amp;language=zh\">Chinese</a> <span class=\"count\">11</span>")
                .contains("&amp;after=cursor\" rel=\"next\">More articles</a>")
                .contains("<option value=\"title\" selected>");
        SearchQuery asked = Objects.requireNonNull(searched);
        assertThat(asked.in()).isEqualTo(Where.TITLE);
        assertThat(asked.order()).isEqualTo(Order.TIME);
        assertThat(asked.from()).hasToString("2026-03-05T00:00:00Z");
        assertThat(asked.narrowed()).isEqualTo(Map.of(Facet.SOURCE, List.of("desk")));
    }

    @Test
    void passesOverWhatItCannotUse() throws Exception {
        assertThat(server.get("/search?order=best&in=x&from=soon&after=x&bogus=1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Objects.requireNonNull(searched).after()).isNull();
    }

    @Test
    void loadsItselfAgainWhileTheIndexIsMade() throws Exception {
        found = null;

        var response = server.get("/search?q=quay");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("http-equiv=\"refresh\"");
    }

    private SearchPage search(SearchQuery query) {
        searched = query;
        SearchPage page = found;
        if (page == null) {
            throw new StoresUnavailableException("it is made anew", null);
        }
        return page;
    }
}

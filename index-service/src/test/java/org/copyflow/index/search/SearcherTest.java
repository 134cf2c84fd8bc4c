package org.copyflow.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Rights;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.filter.MiningRight;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.copyflow.index.search.store.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearcherTest {

    @TempDir
    Path folder;

    private SearchIndex index;
    private Searcher searcher;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder);
        searcher = new Searcher(index, Duration.ofSeconds(10));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void findsWordsByTheirStemsInAnyCaseAndWithoutAccents() throws IOException {
        put(article("a", "desk").title("Tunnels reopen").text("São Paulo opened two tunnels in the harbour."));
        put(article("b", "desk").title("Nothing").text("A quiet day."));

        assertThat(ids(words("TUNNEL harbour"))).containsExactly("a");
        assertThat(ids(words("sao paulo"))).containsExactly("a");
        assertThat(ids(words("tunnel quiet"))).isEmpty();
        assertThat(ids(words("tunnel | quiet"))).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(words("day -tunnel"))).containsExactly("b");
        assertThat(ids(words("harb*"))).containsExactly("a");
    }

    @Test
    void findsPhrasesOnlyWhereTheyStand() throws IOException {
        put(article("a", "desk").text("The central bank raised its rate."));
        put(article("b", "desk").text("The bank in the central square raised a flag."));

        assertThat(ids(words("\"central bank\""))).containsExactly("a");
        assertThat(ids(words("central bank"))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void findsChineseOfAnyLengthAndNoWordsThatAreOnlyNearEachOther() throws IOException {
        put(article("a", "desk").title("人工智能进入课堂").text("南方科技大学开设人工智能课程。"));
        put(article("b", "desk").title("人工种植").text("智能手机销量上升。"));

        assertThat(ids(words("人工智能"))).containsExactly("a");
        assertThat(ids(words("智能"))).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(words("手"))).containsExactly("b");
        assertThat(ids(words("人工智*"))).containsExactly("a");
    }

    @Test
    void findsStretchesOfSeveralScripts() throws IOException {
        put(article("a", "desk").title("华为Mate60手机上市").text("第十五届2026年展会"));
        put(article("b", "desk").title("华为手机").text("Mate60"));

        for (String words : List.of("华为Mate60", "为mate60手", "Mate60手机", "\"华为 Mate60 手机上市\"", "第十五届2026年展会")) {
            assertThat(ids(words(words))).as(words).containsExactly("a");
        }
        assertThat(ids(words("华Mate60"))).isEmpty();
    }

    @Test
    void takesNoPhraseFromTwoQuotes() throws IOException {
        put(article("a", "desk")
                .quotes(List.of(
                        new Quote(0, 5, "We saw the fire", null, "said", true),
                        new Quote(9, 15, "Nobody saw us", null, "said", true))));

        assertThat(ids(query("\"fire nobody\"", Where.QUOTES, Map.of()))).isEmpty();
        assertThat(ids(query("fire nobody", Where.QUOTES, Map.of()))).containsExactly("a");
    }

    @Test
    void countsAValueOnceWhateverItIsCalled() throws IOException {
        put(article("a", "desk").entities(List.of(entity("ADA BROOK", Entity.Type.PERSON, 1))));
        put(article("b", "desk").entities(List.of(entity("Ada Brook", Entity.Type.PERSON, 1))));
        put(article("c", "desk").entities(List.of(entity("Ada Brook", Entity.Type.PERSON, 1))));

        assertThat(searcher.search(query(null, Where.ANYWHERE, Map.of()))
                        .facets()
                        .get(Facet.ENTITY))
                .containsExactly(new FacetValue("person:ada-brook", "Ada Brook", 3));
    }

    @Test
    void leadsNowhereFromAFullLastPage() throws IOException {
        put(article("a", "desk"));
        put(article("b", "desk"));
        assertThat(searcher.search(page(2, null)).next()).isNull();
        assertThat(searcher.search(page(1, null)).next()).isNotNull();
    }

    @Test
    void looksIntoTitlesOrQuotesAlone() throws IOException {
        put(article("a", "desk").title("Ferry fire").text("Nobody was hurt."));
        put(article("b", "desk")
                .title("Harbour")
                .text("The ferry left.")
                .quotes(List.of(new Quote(0, 5, "We saw the fire from the pier", "Ada Brook", "said", true))));

        assertThat(ids(query("ferry", Where.TITLE, Map.of()))).containsExactly("a");
        assertThat(ids(query("pier", Where.QUOTES, Map.of()))).containsExactly("b");
        assertThat(ids(query("pier", Where.ANYWHERE, Map.of()))).isEmpty();
    }

    @Test
    void narrowsDownAndCounts() throws IOException {
        put(article("a", "desk").language("en").topics(List.of(new ArticleTopic("medtop:15000000", "sport", 0.9))));
        put(article("b", "agency")
                .language("en")
                .entities(List.of(entity("Ada Brook", Entity.Type.PERSON, 1)))
                .topics(List.of(new ArticleTopic("medtop:15000000", "sport", 0.9))));
        put(article("c", "agency").language("zh"));

        assertThat(ids(query(null, Where.ANYWHERE, Map.of(Facet.TOPIC, List.of("medtop:15000000")))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(ids(query(null, Where.ANYWHERE, Map.of(Facet.ENTITY, List.of("person:ada-brook")))))
                .containsExactly("b");
        assertThat(ids(query(
                        null,
                        Where.ANYWHERE,
                        Map.of(Facet.SOURCE, List.of("agency"), Facet.LANGUAGE, List.of("zh", "de")))))
                .containsExactly("c");

        SearchPage all = searcher.search(query(null, Where.ANYWHERE, Map.of()));
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.facets().get(Facet.SOURCE))
                .containsExactly(new FacetValue("agency", "agency", 2), new FacetValue("desk", "desk", 1));
        assertThat(all.facets().get(Facet.TOPIC)).contains(new FacetValue("medtop:15000000", "sport", 2));
    }

    @Test
    void takesTheTimeFromTheFirstMomentToBeforeTheLast() throws IOException {
        put(article("early", "desk").receivedAt(NOON.minusSeconds(1)));
        put(article("noon", "desk").receivedAt(NOON));
        put(article("late", "desk").receivedAt(NOON.plusSeconds(1)));

        assertThat(ids(between(NOON, NOON.plusSeconds(1)))).containsExactly("noon");
        assertThat(ids(between(null, NOON.plusSeconds(2)))).containsExactly("late", "noon", "early");
    }

    @Test
    void marksTheWordsFoundAndEscapesTheRest() throws IOException {
        put(article("a", "desk").title("Rates & <b>banks</b>").text("Banks rose. Others fell. A bank said so."));

        SearchPage.Hit hit = searcher.search(words("bank")).hits().getFirst();
        assertThat(hit.title()).isEqualTo("Rates &amp; &lt;b&gt;<mark>banks</mark>&lt;&#x2F;b&gt;");
        assertThat(hit.passages()).isNotEmpty().allMatch(passage -> passage.contains("<mark>"));
        assertThat(hit.article().title()).isEqualTo("Rates & <b>banks</b>");
    }

    @Test
    void pagesMeetWhateverIsPublishedBetween() throws IOException {
        for (int i = 0; i < 25; i++) {
            put(article("a%02d".formatted(i), "desk").receivedAt(NOON.plusSeconds(i / 3)));
        }
        List<String> expected = ids(page(100, null));
        var seen = new ArrayList<String>();
        String next = null;
        do {
            SearchPage page = searcher.search(page(4, next));
            page.hits().forEach(hit -> seen.add(hit.article().id()));
            next = page.next();
            put(article("new" + seen.size(), "desk").receivedAt(NOON.plusSeconds(3_600)));
        } while (next != null);
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void replacesAndTakesOut() throws IOException {
        put(article("a", "desk").text("The first version."));
        put(article("a", "desk").text("The second version."));
        assertThat(ids(words("first"))).isEmpty();
        assertThat(ids(words("second"))).containsExactly("a");

        put(article("a", "desk").text("The second version.").status(ArticleStatus.CANCELED));
        assertThat(ids(words("second"))).isEmpty();
    }

    @Test
    void looksForWhatMakesNoSenseAsWords() throws IOException {
        put(article("a", "desk").text("A quiet day (almost)."));

        assertThat(ids(words("\"quiet"))).containsExactly("a");
        assertThat(ids(words("((quiet"))).containsExactly("a");
        assertThat(ids(words("?!"))).isEmpty();
        assertThat(ids(words("*"))).containsExactly("a");
        assertThat(ids(words("😀"))).isEmpty();
    }

    @Test
    void refusesWhatTakesTooLong() throws IOException {
        put(article("a", "desk"));
        var hasty = new Searcher(index, Duration.ZERO);
        assertThatThrownBy(() -> hasty.search(words("title | text | desk")))
                .isInstanceOf(SearchTooSlowException.class)
                .hasMessageContaining("0 ms");
    }

    @Test
    void findsAndCountsNothingBeyondAReadersLimits() throws IOException {
        put(article("a", "desk"));
        put(article("b", "wire").rights(new Rights(null, null, null, null, null, DataMining.ALLOWED, null)));
        put(article("c", "wire").rights(new Rights(null, null, null, null, null, DataMining.PROHIBITED, null)));
        var wire = new Limit(Set.of("wire"), null);
        var mined = new Limit(Set.of(), MiningRight.MINING_ALLOWED);
        var spared = new Limit(Set.of(), MiningRight.MINING_NOT_PROHIBITED);

        assertThat(ids(words("text").within(wire))).containsExactlyInAnyOrder("b", "c");
        assertThat(ids(words("text").within(mined))).containsExactly("b");
        assertThat(ids(words("text").within(spared))).containsExactlyInAnyOrder("a", "b");
        assertThat(searcher.search(words("text").within(wire)).facets().get(Facet.SOURCE))
                .containsExactly(new FacetValue("wire", "wire", 2));
        assertThat(ids(query("text", Where.ANYWHERE, Map.of(Facet.SOURCE, List.of("desk")))
                        .within(wire)))
                .as("however it is narrowed down")
                .isEmpty();
    }

    /// Scores are weighed by what is deleted and not yet gone from the disk, too: two instances weigh differently.
    @Test
    void pagesByRelevanceGoOnInAnIndexWithAnotherPast(@TempDir Path otherFolder) throws IOException {
        List<String> all = IntStream.range(0, 9).mapToObj(i -> "a" + i).toList();
        try (SearchIndex other = SearchIndex.open(otherFolder)) {
            List<String> gone = List.of("gone0", "gone1", "gone2");
            putFerries(index, all);
            putFerries(other, Stream.concat(all.stream(), gone.stream()).toList());
            for (String id : gone) {
                other.remove(id);
            }
            other.refresh();
            var others = new Searcher(other, Duration.ofSeconds(10));
            assertThat(others.search(ferry(1, null)).hits().getFirst().score())
                    .isNotEqualTo(
                            searcher.search(ferry(1, null)).hits().getFirst().score());

            assertThat(byTurns(searcher, others)).containsExactlyElementsOf(all);
            assertThat(byTurns(others, searcher)).containsExactlyElementsOf(all);
        }
    }

    private static void putFerries(SearchIndex into, List<String> ids) throws IOException {
        for (String id : ids) {
            into.put(article(id, "desk").text("A ferry sank.").build());
            into.put(article("quiet " + id, "desk").text("A quiet day.").build());
            into.put(article("silent " + id, "desk").text("A silent day.").build());
        }
        into.refresh();
    }

    private static List<String> byTurns(Searcher one, Searcher other) throws IOException {
        var found = new ArrayList<String>();
        String next = null;
        do {
            SearchPage page = (found.size() % 4 == 0 ? one : other).search(ferry(2, next));
            page.hits().forEach(hit -> found.add(hit.article().id()));
            next = page.next();
        } while (next != null);
        return found;
    }

    private static SearchQuery ferry(int limit, @Nullable String after) {
        SearchCursor cursor = after == null ? null : SearchCursor.parse(after);
        return new SearchQuery(
                "ferry", Where.ANYWHERE, Map.of(), null, null, Order.RELEVANCE, limit, cursor, List.of());
    }

    private void put(ArticleBuilder article) throws IOException {
        index.put(article.build());
        index.refresh();
    }

    private List<String> ids(SearchQuery query) throws IOException {
        return searcher.search(query).hits().stream()
                .map(hit -> hit.article().id())
                .toList();
    }

    private static SearchQuery words(String words) {
        return query(words, Where.ANYWHERE, Map.of());
    }

    private static SearchQuery query(@Nullable String words, Where in, Map<Facet, List<String>> narrowed) {
        Order order = words == null ? Order.TIME : Order.RELEVANCE;
        return new SearchQuery(words, in, narrowed, null, null, order, 20, null, List.of(Facet.values()));
    }

    private static SearchQuery between(@Nullable Instant from, @Nullable Instant until) {
        return new SearchQuery(null, Where.ANYWHERE, Map.of(), from, until, Order.TIME, 20, null, List.of());
    }

    private static SearchQuery page(int limit, @Nullable String after) {
        SearchCursor cursor = after == null ? null : SearchCursor.parse(after);
        return new SearchQuery(null, Where.ANYWHERE, Map.of(), null, null, Order.TIME, limit, cursor, List.of());
    }
}

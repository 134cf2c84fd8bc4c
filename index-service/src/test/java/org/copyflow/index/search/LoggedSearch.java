package org.copyflow.index.search;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.index.model.Question;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.jspecify.annotations.Nullable;

/// The search as a service runs it, on files, over a topic without a broker.
public final class LoggedSearch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ArticleLog log = new ArticleLog();
    private final Path folder;
    private final InstantSource clock;
    private ArticleSearch search;

    /// @param folder of the index
    public LoggedSearch(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        search = started();
    }

    /// @param article absent where it is withdrawn
    public void put(String id, @Nullable Article article) {
        log.append(id, article);
    }

    /// Ends it without another commit, as a kill does, and begins again from the last one.
    public void restart() {
        search.close();
        search = started();
    }

    /// Waits until it has read everything.
    public void awaitRead() throws InterruptedException {
        log.awaitRead();
    }

    public SearchPage search(SearchQuery query) {
        return search.search(query);
    }

    /// The answer on all pages.
    public Question.Answer ask(Question question) {
        var ids = new ArrayList<String>();
        SearchPage page = search.search(query(question, null));
        var facets = new TreeMap<String, List<String>>();
        page.facets()
                .forEach((facet, values) -> facets.put(
                        facet.word(), values.stream().map(LoggedSearch::shown).toList()));
        long total = page.total();
        addTo(ids, page);
        while (page.next() != null) {
            page = search.search(query(question, page.next()));
            addTo(ids, page);
        }
        return new Question.Answer(
                total, question.byTime() ? ids : ids.stream().sorted().toList(), facets);
    }

    @Override
    public void close() {
        search.close();
    }

    private ArticleSearch started() {
        log.reopen();
        var started = new ArticleSearch(folder, PATIENCE, log, clock, new SimpleMeterRegistry());
        started.start();
        return started;
    }

    private static void addTo(List<String> ids, SearchPage page) {
        page.hits().forEach(hit -> ids.add(hit.article().id()));
    }

    private static String shown(FacetValue value) {
        return value.id() + "=" + value.articles() + " " + value.name();
    }

    private static SearchQuery query(Question question, @Nullable String after) {
        Map<Facet, List<String>> narrowed = question.narrowed().entrySet().stream()
                .collect(Collectors.toMap(
                        facet -> Facet.of(facet.getKey()).orElseThrow(),
                        Map.Entry::getValue,
                        (one, _) -> one,
                        () -> new EnumMap<>(Facet.class)));
        return new SearchQuery(
                question.words(),
                Where.valueOf(question.in().toUpperCase(Locale.ROOT)),
                narrowed,
                question.from(),
                question.until(),
                question.byTime() ? Order.TIME : Order.RELEVANCE,
                question.limit(),
                after == null ? null : SearchCursor.parse(after),
                List.of(Facet.values()));
    }
}

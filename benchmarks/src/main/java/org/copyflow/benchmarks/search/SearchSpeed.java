package org.copyflow.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.Searcher;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.SearchIndex;
import org.jspecify.annotations.Nullable;

/// Writes generated articles into a search index, then asks six kinds of questions of it, in English and Chinese.
/// Prints
/// articles a second, the size on disk, and the median and the 99th percentile of each kind.
///
/// `java … SearchSpeed FOLDER [ARTICLES]`, a folder that is not there yet; 100,000 articles where none are said
public final class SearchSpeed {

    private static final int ARTICLES = 100_000;
    private static final int REFRESH_EVERY = 200;
    private static final int WARM_UP = 150;
    private static final int QUERIES = 600;
    private static final int COMMON_WORDS = 200;
    private static final int RARER_WORDS = 5_000;
    private static final int HITS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SearchSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int articles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ARTICLES;
        try (SearchIndex index = SearchIndex.open(folder)) {
            write(index, articles, folder);
            var searcher = new Searcher(index, PATIENCE);
            System.out.printf("%-32s %9s %9s %9s %10s%n", "", "p50 ms", "p99 ms", "most ms", "hits");
            for (boolean chinese : new boolean[] {false, true}) {
                for (Map.Entry<String, IntFunction<SearchQuery>> kind :
                        kinds(chinese, articles).entrySet()) {
                    ask(searcher, (chinese ? "zh " : "en ") + kind.getKey(), kind.getValue());
                }
            }
        }
    }

    private static void write(SearchIndex index, int articles, Path folder) throws IOException {
        long begin = System.nanoTime();
        for (int number = 0; number < articles; number++) {
            index.put(EnrichedArticles.article(number));
            if (number % REFRESH_EVERY == 0) {
                index.refresh();
            }
        }
        index.refresh();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%,d articles in %.1f s, %,.0f a second; %,d MB on disk%n",
                articles, seconds, articles / seconds, bytes(folder) >> 20);
    }

    private static Map<String, IntFunction<SearchQuery>> kinds(boolean chinese, int articles) {
        var kinds = new LinkedHashMap<String, IntFunction<SearchQuery>>();
        kinds.put("one common word", i -> words(word(i, COMMON_WORDS, chinese)));
        kinds.put("two words", i -> words(word(i, COMMON_WORDS, chinese) + " " + word(-i, RARER_WORDS, chinese)));
        kinds.put(
                "a phrase",
                i -> words(
                        '"' + word(i, COMMON_WORDS, chinese) + joint(chinese) + word(-i, COMMON_WORDS, chinese) + '"'));
        kinds.put(
                "either of two, by time",
                i -> query(
                        word(i, RARER_WORDS, chinese) + " | " + word(-i, RARER_WORDS, chinese),
                        Map.of(),
                        null,
                        Order.TIME,
                        List.of()));
        kinds.put(
                "a word in a topic, last tenth",
                i -> query(
                        word(i, COMMON_WORDS, chinese),
                        Map.of(Facet.TOPIC, List.of("medtop:2000" + i % 20)),
                        EnrichedArticles.FIRST.plusSeconds(articles * 54L),
                        Order.RELEVANCE,
                        List.of()));
        kinds.put(
                "a common word, four facets",
                i -> query(word(i, COMMON_WORDS, chinese), Map.of(), null, Order.RELEVANCE, List.of(Facet.values())));
        return kinds;
    }

    private static String joint(boolean chinese) {
        return chinese ? "" : " ";
    }

    private static String word(int seed, int most, boolean chinese) {
        return EnrichedArticles.word(new SplittableRandom(seed).nextInt(most), chinese);
    }

    private static SearchQuery words(String words) {
        return query(words, Map.of(), null, Order.RELEVANCE, List.of());
    }

    private static SearchQuery query(
            String words, Map<Facet, List<String>> narrowed, @Nullable Instant from, Order order, List<Facet> counted) {
        return new SearchQuery(words, Where.ANYWHERE, narrowed, from, null, order, HITS, null, counted);
    }

    private static void ask(Searcher searcher, String kind, IntFunction<SearchQuery> query) throws IOException {
        long[] nanos = new long[QUERIES];
        long hits = 0;
        for (int i = -WARM_UP; i < QUERIES; i++) {
            long begin = System.nanoTime();
            long total = searcher.search(query.apply(i)).total();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
                hits += total;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-32s %9.2f %9.2f %9.2f %,10d%n",
                kind,
                nanos[QUERIES / 2] / 1e6,
                nanos[QUERIES * 99 / 100] / 1e6,
                nanos[QUERIES - 1] / 1e6,
                hits / QUERIES);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

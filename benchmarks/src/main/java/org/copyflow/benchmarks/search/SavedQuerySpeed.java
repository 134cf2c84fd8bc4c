package org.copyflow.benchmarks.search;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.copyflow.events.article.Article;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.index.saved.QueryMatcher;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.WordsParser;
import org.copyflow.index.search.store.SearchAnalyzer;
import org.copyflow.index.search.store.SearchFields;

/// Saves generated queries and asks all of them of generated articles, then runs each query alone on the same articles.
/// Of the queries a half ask for two words, a quarter for a phrase or one of two rarer words, a quarter for one word
/// with another excluded. Prints the time that saving took, and for an article the median, the 99th percentile, and how
/// many queries find it; both ways must find the same.
///
/// `java … SavedQuerySpeed [QUERIES]…`; 10,000 and 50,000 where none are said
public final class SavedQuerySpeed {

    private static final int WARM_UP = 100;
    private static final int ARTICLES = 300;
    private static final int ALONE = 5;
    private static final int COMMON_WORDS = 2_000;
    private static final int RARER_WORDS = 20_000;

    private SavedQuerySpeed() {}

    public static void main(String[] arguments) throws IOException {
        int[] counts = arguments.length == 0
                ? new int[] {10_000, 50_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                Locale.ROOT,
                "%-10s %-16s %10s %10s %10s %10s%n",
                "queries",
                "",
                "saved s",
                "p50 ms",
                "p99 ms",
                "found");
        for (int count : counts) {
            measure(count);
        }
    }

    private static void measure(int count) throws IOException {
        List<SavedQuery> queries = queries(count);
        try (var matcher = new QueryMatcher(new SimpleMeterRegistry())) {
            long begin = System.nanoTime();
            queries.forEach(matcher::put);
            matcher.matching(article(0));
            double saved = (System.nanoTime() - begin) / 1e9;
            var times = new ArrayList<Long>();
            long found = 0;
            for (int i = -WARM_UP; i < ARTICLES; i++) {
                Article article = article(i + WARM_UP);
                long start = System.nanoTime();
                int matching = matcher.matching(article).size();
                if (i >= 0) {
                    times.add(System.nanoTime() - start);
                    found += matching;
                }
            }
            print(count, "all at once", saved, times, (double) found / ARTICLES);
            alone(count, queries, matcher);
        }
    }

    private static void alone(int count, List<SavedQuery> queries, QueryMatcher matcher) throws IOException {
        List<Query> parsed = queries.stream()
                .map(query -> WordsParser.parse(query.q(), Where.ANYWHERE))
                .toList();
        var times = new ArrayList<Long>();
        long found = 0;
        for (int i = 0; i < ALONE; i++) {
            Article article = article(i + WARM_UP);
            long start = System.nanoTime();
            int matching = matching(parsed, article);
            times.add(System.nanoTime() - start);
            found += matching;
            if (matching != matcher.matching(article).size()) {
                throw new IllegalStateException("both ways must find the same in article " + i);
            }
        }
        print(count, "each alone", 0, times, (double) found / ALONE);
    }

    private static int matching(List<Query> queries, Article article) throws IOException {
        try (var analyzer = SearchAnalyzer.ofTexts()) {
            var index = new MemoryIndex();
            index.addField(SearchFields.TITLE, String.valueOf(article.title()), analyzer);
            index.addField(SearchFields.TEXT, article.text(), analyzer);
            IndexSearcher searcher = index.createSearcher();
            int matching = 0;
            for (Query query : queries) {
                matching += searcher.count(query);
            }
            return matching;
        }
    }

    private static List<SavedQuery> queries(int count) {
        var random = new SplittableRandom(count);
        var queries = new ArrayList<SavedQuery>(count);
        for (int i = 0; i < count; i++) {
            String q = words(random, i % 5 == 4, i % 4);
            queries.add(new SavedQuery("q" + i, q, q, "anywhere", Instant.EPOCH));
        }
        return queries;
    }

    private static String words(SplittableRandom random, boolean chinese, int kind) {
        String common = EnrichedArticles.word(random.nextInt(COMMON_WORDS), chinese);
        String other = EnrichedArticles.word(random.nextInt(COMMON_WORDS), chinese);
        String rarer = EnrichedArticles.word(random.nextInt(RARER_WORDS), chinese);
        String rare = EnrichedArticles.word(random.nextInt(RARER_WORDS), chinese);
        return switch (kind) {
            case 0, 1 -> common + " " + rarer;
            case 2 -> random.nextBoolean() ? rarer + " | " + rare : '"' + common + (chinese ? "" : " ") + other + '"';
            default -> rarer + " -" + common;
        };
    }

    private static Article article(int number) {
        return EnrichedArticles.article(number);
    }

    private static void print(int count, String way, double saved, List<Long> times, double found) {
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-10d %-16s %10.1f %10.2f %10.2f %10.1f%n",
                count,
                way,
                saved,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                found);
    }
}

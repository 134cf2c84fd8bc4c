package org.copyflow.benchmarks.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.copyflow.benchmarks.GeneratedArticles;
import org.copyflow.events.DocumentIds;

/// The articles of one run, each of one of twenty sources, every third in Chinese, and when each was accepted.
/// Thread-safe.
final class LoadArticles {

    static final int SOURCES = 20;
    private static final int CHINESE_EVERY = 3;
    private static final int CHARACTERS_A_WORD = 2;

    private final String run;
    private final int words;
    private final GeneratedArticles english;
    private final ChineseArticles chinese;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final AtomicLongArray acceptedAt;

    /// @param run what its sources are called, but for their number
    /// @param words in each article
    LoadArticles(String run, int articles, int words, long seed) {
        this.run = run;
        this.words = words;
        english = new GeneratedArticles(seed);
        chinese = new ChineseArticles(seed);
        acceptedAt = new AtomicLongArray(articles);
        for (int number = 0; number < articles; number++) {
            numbers.put(DocumentIds.documentId(source(number % SOURCES), uri(number)), number);
        }
    }

    int count() {
        return acceptedAt.length();
    }

    String source(int number) {
        return run + number % SOURCES;
    }

    String uri(int number) {
        return english.uri(number);
    }

    String text(int number) {
        return number % CHINESE_EVERY == 0
                ? chinese.text(number, words * CHARACTERS_A_WORD)
                : english.text(number, words);
    }

    void accepted(int number) {
        acceptedAt.set(number, System.nanoTime());
    }

    /// When it was accepted, in nanoseconds; 0 where it was not.
    long acceptedAt(int number) {
        return acceptedAt.get(number);
    }

    /// The number of an article by its id; -1 where it is of another run.
    int number(String articleId) {
        return numbers.getOrDefault(articleId, -1);
    }

    /// Those of a source that were accepted.
    List<Integer> accepted(String source) {
        var accepted = new ArrayList<Integer>();
        for (int number = 0; number < count(); number++) {
            if (acceptedAt(number) != 0 && source(number).equals(source)) {
                accepted.add(number);
            }
        }
        return accepted;
    }
}

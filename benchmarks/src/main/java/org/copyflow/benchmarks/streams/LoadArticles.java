package org.copyflow.benchmarks.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import org.copyflow.events.DocumentIds;

/// The articles of one run, each of one of twenty sources, every third in Chinese, and when each was accepted. An
/// article is one of the items that topics are learnt from, in an order of chance, with the texts of the next ones
/// until it is long enough. Thread-safe.
final class LoadArticles {

    static final int SOURCES = 20;
    private static final int CHINESE_EVERY = 3;
    private static final int LEAST_CHARS = 900;
    private static final int LEAST_CHINESE_CHARS = 300;

    private final String run;
    private final List<Item> english;
    private final List<Item> chinese;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final AtomicLongArray acceptedAt;

    private record Item(String headline, String text) {}

    /// @param items the folder that holds the items of a language in a folder each
    /// @param run what its sources are called, but for their number
    LoadArticles(Path items, String run, int articles) throws IOException {
        this.run = run;
        english = items(items.resolve("en"));
        chinese = items(items.resolve("zh"));
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
        return "urn:load:" + number;
    }

    /// As Markdown, its title in the first line.
    String text(int number) {
        return number % CHINESE_EVERY == 0
                ? text(chinese, number, LEAST_CHINESE_CHARS)
                : text(english, number, LEAST_CHARS);
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

    private static String text(List<Item> items, int number, int leastChars) {
        Item first = items.get(number % items.size());
        var text = new StringBuilder(2 * leastChars);
        text.append("# ").append(first.headline()).append("\n\n").append(first.text());
        for (int next = number + 1 + number / items.size(); text.length() < leastChars; next++) {
            text.append("\n\n").append(items.get(next % items.size()).text());
        }
        return text.append('\n').toString();
    }

    private static List<Item> items(Path folder) throws IOException {
        var items = new ArrayList<Item>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".tsv")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.split("\t", -1);
                    if (fields.length > 2 && !fields[2].isBlank()) {
                        items.add(new Item(fields[1].strip(), fields[2].strip()));
                    }
                }
            }
        }
        Collections.shuffle(items, new Random());
        return items;
    }
}

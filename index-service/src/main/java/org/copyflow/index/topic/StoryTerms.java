package org.copyflow.index.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Entity;

/// What an article is about, for stories: the words of its headline, the names it names most, the words of its
/// key phrases, each once. Words are in small letters, without a plural s; Chinese is cut into pairs of
/// characters.
public final class StoryTerms {

    static final int MOST_TERMS = 24;
    private static final int MOST_NAMES = 6;
    private static final int MOST_KEYPHRASES = 5;
    private static final int MOST_TERM_CHARS = 60;
    private static final int LEAST_PLURAL_CHARS = 4;
    private static final String NAME = "@";
    private static final Set<String> STOP_WORDS = stopWords();

    private StoryTerms() {}

    public static List<String> of(Article article) {
        var terms = new LinkedHashSet<String>();
        if (article.title() != null) {
            terms.addAll(words(article.title()));
        }
        article.entities().stream()
                .sorted(Comparator.comparingDouble(Entity::salience).reversed())
                .limit(MOST_NAMES)
                .map(entity -> NAME + Slug.of(entity.name()))
                .filter(name -> name.length() > NAME.length())
                .forEach(terms::add);
        article.keyphrases().stream().limit(MOST_KEYPHRASES).forEach(phrase -> terms.addAll(words(phrase)));
        return terms.stream()
                .map(term -> Cut.to(term, MOST_TERM_CHARS))
                .distinct()
                .limit(MOST_TERMS)
                .toList();
    }

    /// The words of a phrase that tell something, in order.
    public static List<String> words(String phrase) {
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        int previousHan = 0;
        for (int at = 0; at < phrase.length(); at += Character.charCount(phrase.codePointAt(at))) {
            int c = phrase.codePointAt(at);
            boolean han = Character.isIdeographic(c);
            if (han && previousHan != 0) {
                words.add(Character.toString(previousHan) + Character.toString(c));
            }
            previousHan = han ? c : 0;
            if (!han && Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else if (c != '\'' && c != '’') {
                add(words, word);
            }
        }
        add(words, word);
        return List.copyOf(words);
    }

    private static void add(Set<String> words, StringBuilder word) {
        String plain = word.toString().toLowerCase(Locale.ROOT);
        word.setLength(0);
        if (plain.length() > 1 && !STOP_WORDS.contains(plain)) {
            words.add(singular(plain));
        }
    }

    private static String singular(String word) {
        boolean plural = word.length() >= LEAST_PLURAL_CHARS
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static Set<String> stopWords() {
        try (var in = Objects.requireNonNull(StoryTerms.class.getResourceAsStream("stop-words-en.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ", -1)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read", e);
        }
    }
}

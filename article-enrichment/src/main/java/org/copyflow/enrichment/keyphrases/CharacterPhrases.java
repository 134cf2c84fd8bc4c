package org.copyflow.enrichment.keyphrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.enrichment.text.Tokens.Kind;
import org.jspecify.annotations.Nullable;

/// Key phrases of Chinese text without a dictionary: stretches of two to eight characters that recur, stand between
/// different neighbours each time (accessor variety, Feng et al. 2004), and are not merely part of a longer one that
/// recurs as often. Japanese is treated alike. Latin words and abbreviations in the text count as well. One an article.
final class CharacterPhrases {

    private static final int MAX_CHARACTERS = 1_500;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int FEWEST_PAIRS = 3;
    private static final int FEWEST = 2;
    private static final double HEADLINE_FACTOR = 0.4;

    private static final Set<String> WEAK = Set.copyOf(words());
    private static final String NEVER_FIRST = edges(0);
    private static final String NEVER_LAST = edges(1);
    private static final String CUTS = edges(2);

    private final AnalyzedText text;
    private final String title;
    private final Map<String, Stretch> stretches = new HashMap<>();

    /// A recurring stretch of characters.
    private static final class Stretch {
        private final int first;
        private final char before;
        private final char after;
        private boolean hasOthersBefore;
        private boolean hasOthersAfter;
        private int count;

        private Stretch(int first, char before, char after) {
            this.first = first;
            this.before = before;
            this.after = after;
        }
    }

    private CharacterPhrases(AnalyzedText text, @Nullable String title) {
        this.text = text;
        this.title = title == null ? "" : title;
    }

    static List<Phrase> of(AnalyzedArticle article) {
        var phrases = new CharacterPhrases(article.body(), article.source().title());
        phrases.collect();
        return phrases.scored();
    }

    private void collect() {
        Tokens tokens = text.tokens();
        int end = Math.min(tokens.count(), MAX_CHARACTERS);
        int token = 0;
        while (token < end) {
            int runEnd = token;
            while (runEnd < end && isInRun(tokens, runEnd) && (runEnd == token || !tokens.spaceBefore(runEnd))) {
                runEnd++;
            }
            collectRun(tokens.start(token), runEnd > token ? tokens.end(runEnd - 1) : tokens.start(token));
            if (tokens.kind(token) == Kind.WORD && tokens.length(token) >= SHORTEST) {
                count(tokens.start(token), tokens.end(token));
            }
            token = Math.max(runEnd, token + 1);
        }
    }

    private static boolean isInRun(Tokens tokens, int token) {
        return tokens.kind(token) == Kind.IDEOGRAPH
                && CUTS.indexOf(tokens.firstChar(token)) < 0
                && !Character.isSurrogate(tokens.firstChar(token));
    }

    private void collectRun(int start, int end) {
        for (int from = start; from + SHORTEST <= end; from++) {
            if (NEVER_FIRST.indexOf(text.text().charAt(from)) >= 0) {
                continue;
            }
            for (int to = from + SHORTEST; to <= Math.min(end, from + LONGEST); to++) {
                if (NEVER_LAST.indexOf(text.text().charAt(to - 1)) < 0) {
                    count(from, to);
                }
            }
        }
    }

    private void count(int from, int to) {
        char before = from == 0 ? '\n' : text.text().charAt(from - 1);
        char after = to == text.text().length() ? '\n' : text.text().charAt(to);
        Stretch stretch =
                stretches.computeIfAbsent(text.text().substring(from, to), _ -> new Stretch(from, before, after));
        stretch.count++;
        stretch.hasOthersBefore |= before != stretch.before;
        stretch.hasOthersAfter |= after != stretch.after;
    }

    private List<Phrase> scored() {
        var recurring = new ArrayList<Phrase>();
        stretches.forEach((phrase, stretch) -> {
            if (recurs(phrase, stretch) && !isWeak(phrase)) {
                recurring.add(new Phrase(phrase, parts(phrase), stretch.count, score(phrase, stretch)));
            }
        });
        return recurring;
    }

    private boolean recurs(String phrase, Stretch stretch) {
        boolean headline = title.contains(phrase);
        int fewest = phrase.length() == SHORTEST && !headline ? FEWEST_PAIRS : FEWEST;
        return stretch.count >= fewest && stretch.hasOthersBefore && stretch.hasOthersAfter;
    }

    private static boolean isWeak(String phrase) {
        for (int length = SHORTEST; length <= Math.min(phrase.length(), 4); length++) {
            if (WEAK.contains(phrase.substring(0, length))
                    || WEAK.contains(phrase.substring(phrase.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /// Often, long and early is good.
    private double score(String phrase, Stretch stretch) {
        double early = 1 + Math.log1p(stretch.first / 100.0);
        double score = early / (stretch.count * Math.log(1 + phrase.length()));
        return title.contains(phrase) ? score * HEADLINE_FACTOR : score;
    }

    /// Every pair of neighbouring characters.
    private static Set<String> parts(String phrase) {
        var parts = new HashSet<String>();
        for (int at = 0; at + SHORTEST <= phrase.length(); at++) {
            parts.add(phrase.substring(at, at + SHORTEST));
        }
        return parts;
    }

    private static Set<String> words() {
        var words = new HashSet<String>();
        WordLists.lines(CharacterPhrases.class, "weak-words-zh.txt")
                .forEach(line -> words.addAll(List.of(line.split(" ", -1))));
        return words;
    }

    private static String edges(int line) {
        return WordLists.lines(CharacterPhrases.class, "edge-characters-zh.txt").get(line);
    }
}

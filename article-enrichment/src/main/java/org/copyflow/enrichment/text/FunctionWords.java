package org.copyflow.enrichment.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The commonest little words of some languages: what tells them apart, and what no phrase begins with. Thread-safe.
public final class FunctionWords {

    private static final List<String> LANGUAGES = new ArrayList<>();
    private static final List<Set<String>> WORDS = new ArrayList<>();
    private static final Map<String, Long> LANGUAGES_OF_WORD = new HashMap<>();

    static {
        for (List<String> line : WordFile.lines("function-words.txt")) {
            long bit = 1L << LANGUAGES.size();
            Set<String> words = Set.copyOf(Set.copyOf(line.subList(1, line.size())));
            LANGUAGES.add(line.getFirst());
            WORDS.add(words);
            words.forEach(word -> LANGUAGES_OF_WORD.merge(word, bit, (a, b) -> a | b));
        }
    }

    private FunctionWords() {}

    /// The words of a language in lower case; none where it is not among those known.
    ///
    /// @param language as `en`
    public static Set<String> of(String language) {
        int index = LANGUAGES.indexOf(language);
        return index < 0 ? Set.of() : WORDS.get(index);
    }

    /// The languages known, in the order of the bits of [#languagesOf].
    static List<String> languages() {
        return LANGUAGES;
    }

    /// The languages that have a word in lower case, a bit each.
    static long languagesOf(String word) {
        return LANGUAGES_OF_WORD.getOrDefault(word, 0L);
    }
}

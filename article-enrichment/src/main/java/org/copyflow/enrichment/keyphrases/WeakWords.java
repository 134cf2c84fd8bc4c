package org.copyflow.enrichment.keyphrases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.FunctionWords;

/// The words of a language that neither begin nor end a key phrase. Thread-safe.
///
/// @param weak in lower case
/// @param neverNames those that are weak even where they are written as names are
/// @param alone terms that are no key phrase alone
/// @param nounsInLy words that only look like adverbs
record WeakWords(Set<String> weak, Set<String> neverNames, Set<String> alone, Set<String> nounsInLy) {

    private static final String ENGLISH = "en";
    private static final Map<String, WeakWords> BY_LANGUAGE = new HashMap<>();

    static {
        Set<String> never = words("never-names-en.txt");
        Set<String> weak = words("weak-words-en.txt");
        weak.addAll(never);
        weak.addAll(FunctionWords.of(ENGLISH));
        BY_LANGUAGE.put(ENGLISH, new WeakWords(weak, never, words("weak-alone-en.txt"), words("nouns-in-ly-en.txt")));
    }

    /// For languages other than English only the little words are known.
    static WeakWords of(String language) {
        WeakWords known = BY_LANGUAGE.get(language);
        Set<String> words = known == null ? FunctionWords.of(language) : Set.of();
        return known == null ? new WeakWords(words, words, Set.of(), Set.of()) : known;
    }

    private static Set<String> words(String resource) {
        var words = new HashSet<String>();
        for (String line : WordLists.lines(WeakWords.class, resource)) {
            for (String word : line.split(" ", -1)) {
                words.add(word);
            }
        }
        return words;
    }
}

package org.copyflow.enrichment.quotes;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// The words that tell indirect speech, of a language.
///
/// @param cues verbs that report words, with or without "that" (`said`)
/// @param thatCues verbs that report words before "that" only (`warned`)
/// @param sources what stands before the source of a whole sentence (`according to`)
/// @param negations words before a verb that make it report nothing
/// @param noSpeakers subjects that say nobody in particular
/// @param noContents words after a verb that begin no reported words
/// @param subordinates words that make the clause of a verb part of another
/// @param turns words after a comma with which the writer goes on
/// @param joints words that join a second verb to the subject of the first
record IndirectWords(
        PhraseTable<String> cues,
        PhraseTable<String> thatCues,
        PhraseTable<String> sources,
        PhraseTable<String> negations,
        PhraseTable<String> noSpeakers,
        PhraseTable<String> noContents,
        PhraseTable<String> subordinates,
        PhraseTable<String> turns,
        PhraseTable<String> joints) {

    static IndirectWords english() {
        return of("en");
    }

    static IndirectWords chinese() {
        return of("zh");
    }

    private static IndirectWords of(String language) {
        return new IndirectWords(
                list("indirect-cues-" + language),
                list("indirect-that-cues-" + language),
                list("indirect-sources-" + language),
                list("indirect-negations-" + language),
                list("indirect-no-speakers-" + language),
                list("indirect-no-contents-" + language),
                list("indirect-subordinates-" + language),
                list("indirect-turns-" + language),
                list("indirect-joints-" + language));
    }

    private static PhraseTable<String> list(String name) {
        return WordLists.phrases(IndirectWords.class, name + ".txt");
    }
}

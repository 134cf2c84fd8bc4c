package org.copyflow.enrichment.quotes;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// The words that tell who speaks, of a language.
///
/// @param cues verbs that attribute words
/// @param pronouns pronouns that stand for a speaker
/// @param subjectStops words that a speaker's noun phrase does not reach past
/// @param determiners words that begin a speaker's noun phrase which is no name
/// @param auxiliaries words between a speaker and the verb
/// @param titleWords words right before the title of a work
/// @param beforeNouns words after which a verb in the third person is a noun in the plural
record QuoteWords(
        PhraseTable<String> cues,
        PhraseTable<String> pronouns,
        PhraseTable<String> subjectStops,
        PhraseTable<String> determiners,
        PhraseTable<String> auxiliaries,
        PhraseTable<String> titleWords,
        PhraseTable<String> beforeNouns) {

    static QuoteWords english() {
        return of("en");
    }

    static QuoteWords chinese() {
        return of("zh");
    }

    private static QuoteWords of(String language) {
        return new QuoteWords(
                list("cues-" + language),
                list("pronouns-" + language),
                list("subject-stops-" + language),
                list("determiners-" + language),
                list("auxiliaries-" + language),
                list("title-words-" + language),
                list("before-nouns-" + language));
    }

    private static PhraseTable<String> list(String name) {
        return WordLists.phrases(QuoteWords.class, name + ".txt");
    }
}

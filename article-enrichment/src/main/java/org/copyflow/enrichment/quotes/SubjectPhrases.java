package org.copyflow.enrichment.quotes;

import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Finds the noun phrase that is the subject of a verb, without a parser: up to the marks and small words that bound
/// it.
final class SubjectPhrases {

    private static final int LONGEST = 10;

    private final AnalyzedText text;
    private final Tokens tokens;
    private final QuoteWords words;
    private final NamedSpans names;

    SubjectPhrases(AnalyzedText text, QuoteWords words, NamedSpans names) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = words;
        this.names = names;
    }

    /// "said Maria Kessler, a pilot": the phrase that follows the verb.
    @Nullable
    String after(int first, int limit) {
        int end = first;
        while (end < limit && end - first < LONGEST && !isBound(end)) {
            end++;
        }
        return speaker(first, end);
    }

    /// "Maria Kessler, a pilot, said": the phrase before the verb, apposition left out.
    @Nullable
    String before(int verb, int first) {
        int end = verb;
        while (end > first && (words.auxiliaries().has(text, end - 1) || isAdverb(end - 1))) {
            end--;
        }
        if (end > first && isComma(end - 1)) {
            int comma = end - 2;
            while (comma >= first && !isComma(comma)) {
                comma--;
            }
            if (comma < first) {
                return speaker(first, end - 1);
            }
            end = comma;
        }
        int start = end;
        while (start > first && end - start < LONGEST && !isBound(start - 1)) {
            start--;
        }
        String found = speaker(start, end);
        return found != null ? found : names.last(tokens.start(first), tokens.start(verb));
    }

    /// The subject of a sentence whose participle attributes ("… , adding"): the first one named, or its pronoun.
    @Nullable
    String ofSentence(int first, int limit) {
        for (int t = first; t < Math.min(limit, first + LONGEST); t++) {
            if (words.pronouns().has(text, t)) {
                return names.ofPronoun(tokens.start(t));
            }
        }
        String named = limit > first ? names.first(tokens.start(first), tokens.start(limit)) : null;
        return named != null ? named : names.lastSpeaker();
    }

    private @Nullable String speaker(int first, int end) {
        if (first >= end) {
            return null;
        }
        if (words.pronouns().has(text, end - 1) || words.pronouns().has(text, first)) {
            return names.ofPronoun(tokens.start(first));
        }
        int startOffset = tokens.start(first);
        int endOffset = tokens.end(end - 1);
        String named = names.lastUnpossessed(startOffset, endOffset);
        if (named != null) {
            return named;
        }
        boolean capital = Character.isUpperCase(tokens.firstChar(first))
                && !words.subjectStops().has(text, first);
        boolean phrase = capital || words.determiners().longest(text, first, end) != null;
        return phrase ? text.text().substring(startOffset, endOffset) : null;
    }

    private boolean isBound(int token) {
        boolean mark =
                tokens.kind(token) == Tokens.Kind.PUNCTUATION && !tokens.is(token, ".") && !tokens.is(token, "'");
        boolean stop = tokens.is(token, ".") && !isInitial(token);
        return mark || stop || words.subjectStops().has(text, token);
    }

    private boolean isInitial(int dot) {
        return dot > 0 && !tokens.spaceBefore(dot) && tokens.length(dot - 1) <= 3 && dot + 1 < tokens.count();
    }

    private boolean isComma(int token) {
        return tokens.is(token, ",") || tokens.is(token, "，") || tokens.is(token, "—") || tokens.is(token, "–");
    }

    private boolean isAdverb(int token) {
        int end = tokens.end(token);
        return tokens.length(token) > 4 && text.text().startsWith("ly", end - 2);
    }
}

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
        while (end < limit && end - first < LONGEST && (!isBound(end) || isArticleBefore(first, end))) {
            end++;
        }
        String found = speaker(first, end);
        boolean lower = end > first && Character.isLowerCase(tokens.firstChar(first));
        return found != null || !lower || end >= limit ? found : titled(end, limit);
    }

    /// "former governor and party chairman Maria Kessler": the name to which the titles lead.
    private @Nullable String titled(int from, int limit) {
        if (!tokens.is(from, "and")) {
            return null;
        }
        int end = from + 1;
        while (end < limit && end - from < LONGEST && !isBound(end)) {
            end++;
        }
        return names.lastUnpossessed(tokens.start(from), tokens.end(end - 1));
    }

    /// "a Wednesday editorial": a word that bounds does not right after an article.
    private boolean isArticleBefore(int first, int token) {
        return token == first + 1 && isArticle(first) && tokens.kind(token) == Tokens.Kind.WORD;
    }

    /// "Maria Kessler, a pilot, said": the phrase before the verb, apposition left out.
    @Nullable
    String before(int verb, int first) {
        int end = verb;
        while (end > first && (words.auxiliaries().has(text, end - 1) || isAdverb(end - 1))) {
            end--;
        }
        end = beforeBracket(end, first);
        if (end > first && isComma(end - 1)) {
            int comma = end - 2;
            while (comma >= first && !isComma(comma)) {
                comma--;
            }
            if (comma < first) {
                return speaker(first, end - 1);
            }
            end = beforeAppositions(comma, first);
        }
        int start = end;
        while (start > first && end - start < LONGEST && !isBound(start - 1)) {
            start--;
        }
        String found = speaker(start, end);
        boolean adverbial = found != null && text.isChinese() && start > first && !isComma(start - 1);
        if (found != null && !adverbial) {
            return found;
        }
        String named = names.last(tokens.start(first), tokens.start(verb));
        return named == null ? found : named;
    }

    /// "Maria Kessler, a pilot at Acme, a shipping line": where the phrase before the comma is one more apposition, the
    /// comma before it.
    private int beforeAppositions(int comma, int first) {
        int end = comma;
        int start = end;
        while (start > first && !isComma(start - 1)) {
            start--;
        }
        while (start > first && start < end && isArticle(start)) {
            end = start - 1;
            start = end;
            while (start > first && !isComma(start - 1)) {
                start--;
            }
        }
        return end;
    }

    /// Whom a sentence is about: the first one named, where the name or a pronoun stands near its start.
    @Nullable
    String topic(int first, int limit) {
        int near = Math.min(limit, first + LONGEST);
        for (int t = first; t < near; t++) {
            if (words.pronouns().has(text, t)) {
                return names.ofPronoun(tokens.start(t));
            }
            String named = names.startingAt(tokens.start(t));
            if (named != null) {
                return named;
            }
        }
        return null;
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

    /// "Maria Kessler (North Harbour) said"
    private int beforeBracket(int end, int first) {
        if (end <= first || !tokens.is(end - 1, ")")) {
            return end;
        }
        int at = end - 1;
        while (at > first && !tokens.is(at, "(")) {
            at--;
        }
        return at > first ? at : end;
    }

    private boolean isArticle(int token) {
        return tokens.is(token, "a") || tokens.is(token, "an") || tokens.is(token, "the");
    }

    private boolean isAdverb(int token) {
        int end = tokens.end(token);
        return tokens.length(token) > 4 && text.text().startsWith("ly", end - 2);
    }
}

package org.copyflow.enrichment.quotes;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Quote;
import org.jspecify.annotations.Nullable;

/// Finds indirect speech with a clear cue, a sentence at a time: "Kessler said that …", "…, the agency said.",
/// "According to Kessler, …", 王建国表示，…. A sentence that quotes directly is left alone, and so is one whose speaker is
/// nobody in particular. Not thread-safe; one an article.
final class IndirectSpeech {

    private static final int FEWEST_WORDS = 4;
    private static final int FARTHEST_CUE = 24;
    private static final int LONGEST_ADDRESSEE = 6;
    private static final int LONGEST_NAME = 7;
    private static final int LONGEST_TAIL = 14;
    private static final int LONGEST_SOURCE = 14;

    private final AnalyzedText text;
    private final Tokens tokens;
    private final IndirectWords words;
    private final QuoteWords quoteWords;
    private final NamedSpans names;
    private final SubjectPhrases subjects;
    private final List<QuotedSpan> quoted;
    private final List<Quote> found = new ArrayList<>();
    private int nextSentence;
    private int nextQuoted;

    /// @param quoted the stretches in quotation marks
    IndirectSpeech(
            AnalyzedText text, IndirectWords words, QuoteWords quoteWords, NamedSpans names, List<QuotedSpan> quoted) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = words;
        this.quoteWords = quoteWords;
        this.names = names;
        this.subjects = new SubjectPhrases(text, quoteWords, names);
        this.quoted = quoted;
    }

    /// What was found so far.
    List<Quote> found() {
        return found;
    }

    /// Reads the sentences before an offset that were not read yet. In step with the quotations, because pronouns mean
    /// whoever spoke last.
    void readTo(int offset) {
        List<Sentence> sentences = text.sentences();
        while (nextSentence < sentences.size() && sentences.get(nextSentence).start() < offset) {
            Sentence sentence = sentences.get(nextSentence);
            Quote quote = isQuoting(sentence) ? null : in(sentence);
            if (quote != null) {
                found.add(quote);
            }
            nextSentence++;
        }
    }

    private boolean isQuoting(Sentence sentence) {
        while (nextQuoted < quoted.size() && quoted.get(nextQuoted).end() < sentence.start()) {
            nextQuoted++;
        }
        for (int i = nextQuoted; i < quoted.size() && quoted.get(i).start() < sentence.end(); i++) {
            QuotedSpan span = quoted.get(i);
            int from = tokens.atOrAfter(span.start());
            if (tokens.atOrAfter(span.end()) - from >= FEWEST_WORDS - 1) {
                return true;
            }
        }
        return text.text().indexOf("''", sentence.start(), sentence.end()) >= 0;
    }

    private @Nullable Quote in(Sentence sentence) {
        int first = sentence.firstToken();
        int limit = sentence.endToken();
        while (limit > first && isEnd(limit - 1)) {
            limit--;
        }
        if (limit - first < FEWEST_WORDS) {
            return null;
        }
        Quote sourced = sourced(first, limit);
        if (sourced != null) {
            return sourced;
        }
        Quote last = tail(first, limit);
        return last != null ? last : head(first, limit);
    }

    /// "According to Kessler, the tide …", "The tide …, according to Kessler."
    private @Nullable Quote sourced(int first, int limit) {
        Hit<String> opening = words.sources().longest(text, first, limit);
        if (opening != null) {
            int comma = comma(opening.endToken(), Math.min(limit, first + LONGEST_SOURCE));
            String speaker = comma < 0 ? null : subjects.after(opening.endToken(), comma);
            return comma < 0 ? null : quote(comma + 1, limit, speaker, opening.value());
        }
        for (int t = Math.max(first + FEWEST_WORDS, limit - LONGEST_TAIL); t < limit; t++) {
            Hit<String> source = isComma(t - 1) ? words.sources().longest(text, t, limit) : null;
            if (source != null) {
                String speaker = subjects.after(source.endToken(), limit);
                int comma = comma(source.endToken(), limit);
                boolean inside = comma > 0 && t - first < LONGEST_ADDRESSEE && limit - comma > FEWEST_WORDS;
                return inside
                        ? quote(comma + 1, limit, speaker, source.value())
                        : quote(first, t - 1, speaker, source.value());
            }
        }
        return null;
    }

    /// "The tide …, Kessler said on Monday."
    private @Nullable Quote tail(int first, int limit) {
        for (int t = Math.max(first + FEWEST_WORDS + 1, limit - LONGEST_TAIL); t < limit; t++) {
            Hit<String> cue = cueAt(words.cues(), t, limit);
            if (cue == null || isNegated(t, first)) {
                continue;
            }
            int comma = lastComma(first, t);
            boolean rest = cue.endToken() == limit || quoteWords.subjectStops().has(text, cue.endToken());
            if (rest && comma > first + FEWEST_WORDS - 1 && !isSubordinate(comma + 1, t)) {
                return quote(first, comma, subjects.before(t, comma + 1), cue.value());
            }
        }
        return null;
    }

    /// "Kessler said that the tide …", "Kessler told reporters that the tide …", "The tide …, said Kessler, a pilot."
    private @Nullable Quote head(int first, int limit) {
        for (int t = first + 1; t < Math.min(limit, first + FARTHEST_CUE); t++) {
            Hit<String> bare = cueAt(words.cues(), t, limit);
            Hit<String> cue = bare != null ? bare : cueAt(words.thatCues(), t, limit);
            if (cue == null) {
                continue;
            }
            boolean afterComma = bare != null && isComma(t - 1) && !isNameWithApposition(first, t - 1);
            if (afterComma) {
                boolean inverted = isInverted(cue.endToken(), limit);
                return inverted ? quote(first, t - 1, subjects.after(cue.endToken(), limit), cue.value()) : null;
            }
            int content = content(cue.endToken(), limit, bare != null);
            int clause = Math.max(first, lastComma(first, t) + 1);
            if (content < 0 || isNegated(t, first) || isSubordinate(clause, t) || isSubordinate(first, first + 1)) {
                return null;
            }
            return quote(content, turn(content, limit), speaker(first, t), cue.value());
        }
        return null;
    }

    /// The subject of a verb; of a second verb, of the sentence ("Kessler left and said that …").
    private @Nullable String speaker(int first, int verb) {
        int before = verb - 1;
        while (before > first && quoteWords.auxiliaries().has(text, before)) {
            before--;
        }
        if (isComma(before) && isNameWithApposition(first, before)) {
            String named = subjects.topic(first, comma(first, verb));
            return named != null ? named : subjects.before(verb, first);
        }
        boolean joined = words.joints().has(text, before) || text.text().startsWith("ing", tokens.end(verb) - 3);
        return joined ? subjects.topic(first, verb) : subjects.before(verb, first);
    }

    private @Nullable Hit<String> cueAt(PhraseTable<String> cues, int token, int limit) {
        Hit<String> hit = cues.longest(text, token, limit);
        boolean noun = hit == null
                || Character.isUpperCase(tokens.firstChar(token))
                || quoteWords.beforeNouns().has(text, token - 1);
        return noun ? null : hit;
    }

    /// "…, said Kessler, a pilot": a name, or a phrase of few words, and no verb follows.
    private boolean isInverted(int next, int limit) {
        if (next >= limit) {
            return false;
        }
        int name = names.endOfNameAt(tokens.start(next));
        int after = name < 0 ? limit : tokens.atOrAfter(name);
        return after < limit
                ? tokens.kind(after) == Tokens.Kind.PUNCTUATION
                        || quoteWords.subjectStops().has(text, after)
                : limit - next <= LONGEST_ADDRESSEE;
    }

    private boolean isSubordinate(int from, int to) {
        for (int t = from; t < to; t++) {
            if (words.subordinates().has(text, t)) {
                return true;
            }
        }
        return false;
    }

    /// Where the writer goes on after reported words: ", but …".
    private int turn(int from, int limit) {
        for (int t = from + FEWEST_WORDS; t + 1 < limit; t++) {
            if (isComma(t) && words.turns().longest(text, t + 1, limit) != null) {
                return t;
            }
        }
        return limit;
    }

    /// Where the reported words begin after a verb, or -1.
    private int content(int verbEnd, int limit, boolean bare) {
        for (int t = verbEnd; t < Math.min(limit, verbEnd + LONGEST_ADDRESSEE); t++) {
            if (tokens.isIgnoringCase(t, "that")) {
                return t + 1;
            }
            if (tokens.kind(t) == Tokens.Kind.PUNCTUATION) {
                break;
            }
        }
        int start = verbEnd < limit && (isComma(verbEnd) || tokens.is(verbEnd, "：") || tokens.is(verbEnd, ":"))
                ? verbEnd + 1
                : verbEnd;
        boolean commaInEnglish = start > verbEnd && !text.isChinese();
        return bare && !commaInEnglish && start < limit && !words.noContents().has(text, start) ? start : -1;
    }

    private @Nullable Quote quote(int from, int to, @Nullable String speaker, String cue) {
        int start = from;
        int end = to;
        while (start < end && tokens.kind(start) == Tokens.Kind.PUNCTUATION) {
            start++;
        }
        while (end > start && (isComma(end - 1) || isEnd(end - 1))) {
            end--;
        }
        if (speaker == null || end - start < FEWEST_WORDS || isNobody(speaker)) {
            return null;
        }
        int startOffset = tokens.start(start);
        int endOffset = tokens.end(end - 1);
        String said = text.text().substring(startOffset, endOffset);
        return new Quote(startOffset, endOffset, said, speaker, cue, false);
    }

    private boolean isNobody(String speaker) {
        return words.noSpeakers().of(speaker) != null;
    }

    private boolean isNegated(int verb, int first) {
        for (int t = verb - 1; t >= Math.max(first, verb - 3); t--) {
            if (words.negations().has(text, t) || text.text().startsWith("n't", tokens.end(t) - 3)) {
                return true;
            }
        }
        return false;
    }

    /// "Kessler, a pilot, said": a name opens the sentence and the comma closes its apposition.
    private boolean isNameWithApposition(int first, int comma) {
        int opening = comma(first, comma);
        boolean apposition = opening > 0 && opening - first <= LONGEST_NAME;
        if (!apposition
                || words.turns().has(text, opening + 1)
                || words.joints().has(text, opening + 1)) {
            return false;
        }
        boolean named = names.first(tokens.start(first), tokens.start(opening)) != null;
        return named || Character.isUpperCase(tokens.firstChar(opening - 1));
    }

    private int comma(int from, int limit) {
        for (int t = from; t < limit; t++) {
            if (isComma(t)) {
                return t;
            }
        }
        return -1;
    }

    private int lastComma(int first, int before) {
        for (int t = before - 1; t > first; t--) {
            if (isComma(t)) {
                return t;
            }
        }
        return -1;
    }

    private boolean isComma(int token) {
        return tokens.is(token, ",") || tokens.is(token, "，");
    }

    private boolean isEnd(int token) {
        return tokens.is(token, ".") || tokens.is(token, "。") || tokens.is(token, "!") || tokens.is(token, "！");
    }
}

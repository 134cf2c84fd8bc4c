package org.copyflow.enrichment.quotes;

import java.util.List;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Finds who speaks: the noun phrase that is the subject of the verb which attributes the words, before the quotation
/// or after it. Where it names an entity of the article, that one; where it is a pronoun, the last speaker or person;
/// else the phrase as it is written. Not thread-safe; one an article.
final class SpeakerFinder {

    /// Who speaks, and the word that says so.
    record Attribution(@Nullable String speaker, String cue) {}

    private static final int FARTHEST_CUE_TOKENS = 22;
    private static final String CLOSING = "\"”’'»」』,)，";

    private final AnalyzedText text;
    private final Tokens tokens;
    private final QuoteWords words;
    private final NamedSpans names;
    private final SubjectPhrases subjects;

    SpeakerFinder(AnalyzedText text, QuoteWords words, NamedSpans names) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = words;
        this.names = names;
        this.subjects = new SubjectPhrases(text, words, names);
    }

    /// @param from the end of the quotation before, or 0
    /// @param to the start of the quotation after, or the text's length
    @Nullable
    Attribution find(QuotedSpan quote, int from, int to) {
        Attribution after = after(quote, to);
        return after != null ? after : before(quote, from);
    }

    /// The subject of the sentence that a quotation stands in the middle of, where no verb attributes it.
    @Nullable
    Attribution ofSentence(QuotedSpan quote) {
        int quoteToken = tokens.atOrAfter(quote.start());
        Sentence sentence = sentenceOf(Math.max(0, quoteToken - 1));
        if (sentence == null || crossesBlock(quote, sentence) || sentence.firstToken() >= quoteToken - 1) {
            return null;
        }
        String speaker = subjects.ofSentence(sentence.firstToken(), quoteToken);
        return speaker == null ? null : new Attribution(speaker, "");
    }

    /// The one whom the sentence before a quotation is about, in the same paragraph or as the last one of the paragraph
    /// above.
    @Nullable
    Attribution ofSentenceBefore(QuotedSpan quote) {
        int quoteToken = tokens.atOrAfter(quote.start());
        Sentence own = sentenceOf(quoteToken);
        Sentence before = own == null ? null : sentenceOf(own.firstToken() - 1);
        if (own == null || before == null || quoteToken - own.firstToken() > 1) {
            return null;
        }
        if (own.block() - before.block() > 1) {
            return null;
        }
        String speaker = subjects.topic(before.firstToken(), before.endToken());
        return speaker == null ? null : new Attribution(speaker, "");
    }

    /// The name after a dash, alone in the paragraph below a quotation.
    @Nullable
    Attribution signed(int blockStart, int blockEnd) {
        int first = tokens.atOrAfter(blockStart);
        int limit = tokens.atOrAfter(blockEnd);
        boolean dash = first + 1 < limit && (tokens.is(first, "—") || tokens.is(first, "–") || tokens.is(first, "-"));
        String speaker = dash ? subjects.after(first + 1, limit) : null;
        return speaker == null ? null : new Attribution(speaker, "—");
    }

    /// The speaker whom a paragraph that ends with a colon announces.
    @Nullable
    Attribution announced(int blockStart, int blockEnd) {
        int last = tokens.atOrAfter(blockEnd) - 1;
        Sentence sentence = last < 0 || !tokens.is(last, ":") ? null : sentenceOf(last);
        if (sentence == null || tokens.start(sentence.firstToken()) < blockStart) {
            return null;
        }
        Attribution stated = lastCue(sentence.firstToken(), last);
        if (stated != null && stated.speaker() != null) {
            return stated;
        }
        String name = names.first(tokens.start(sentence.firstToken()), tokens.end(last));
        return name == null ? null : new Attribution(name, ":");
    }

    private @Nullable Attribution after(QuotedSpan quote, int to) {
        int first = tokens.atOrAfter(Math.min(quote.end() + 1, text.text().length()));
        while (first < tokens.count() && tokens.start(first) < to && isClosing(first)) {
            first++;
        }
        char last = text.text().charAt(quote.end() - 1);
        boolean full = last == '.' || last == '。';
        boolean newSentence = first < tokens.count() && full && !Character.isLowerCase(tokens.firstChar(first));
        if (first >= tokens.count() || (newSentence && !text.isChinese())) {
            return null;
        }
        Sentence sentence = sentenceOf(first);
        if (sentence == null || crossesBlock(quote, sentence)) {
            return null;
        }
        int end = Math.min(Math.min(sentence.endToken(), tokens.atOrAfter(to)), first + FARTHEST_CUE_TOKENS);
        for (int t = first; t < end; t++) {
            Hit<String> cue = text.text().charAt(tokens.start(t)) == '"'
                    ? null
                    : words.cues().longest(text, t, end);
            if (cue != null && newSentence && !isPunctuation(cue.endToken())) {
                return null;
            }
            if (cue != null) {
                boolean inverted = t == first;
                String speaker = inverted ? subjects.after(cue.endToken(), end) : subjects.before(t, first);
                return new Attribution(speaker, cue.value());
            }
        }
        return null;
    }

    private @Nullable Attribution before(QuotedSpan quote, int from) {
        int quoteToken = tokens.atOrAfter(quote.start());
        Sentence sentence = sentenceOf(Math.max(0, quoteToken - 1));
        if (sentence == null || crossesBlock(quote, sentence)) {
            return null;
        }
        int first = Math.max(sentence.firstToken(), tokens.atOrAfter(from));
        Attribution inside = lastCue(first, quoteToken);
        return inside != null || first == sentence.firstToken() ? inside : null;
    }

    private @Nullable Attribution lastCue(int first, int end) {
        for (int t = end - 1; t >= first; t--) {
            Hit<String> cue = words.cues().longest(text, t, end);
            if (cue == null) {
                continue;
            }
            if (cue.value().equals("according to")) {
                return new Attribution(subjects.after(cue.endToken(), end), cue.value());
            }
            if (isNoun(t, cue.endToken())) {
                continue;
            }
            if (t <= firstWord(first, end)) {
                String inverted = subjects.after(cue.endToken(), end);
                if (inverted != null) {
                    return new Attribution(inverted, cue.value());
                }
            }
            boolean participle = cue.value().endsWith("ing");
            String speaker = participle ? subjects.ofSentence(first, t) : subjects.before(t, first);
            return new Attribution(speaker, cue.value());
        }
        return null;
    }

    /// "a series of tweets", "his remarks": what looks like a verb names a thing after one of these.
    private boolean isNoun(int cue, int end) {
        return end == cue + 1 && cue > 0 && endsInS(cue) && words.beforeNouns().has(text, cue - 1);
    }

    private boolean endsInS(int token) {
        return text.text().charAt(tokens.end(token) - 1) == 's';
    }

    private int firstWord(int first, int end) {
        int at = first;
        while (at < end && tokens.kind(at) == Tokens.Kind.PUNCTUATION) {
            at++;
        }
        return at;
    }

    /// Does a mark follow, as after 王建国说 behind a quotation that ends with a full stop?
    private boolean isPunctuation(int token) {
        return token >= tokens.count() || tokens.kind(token) == Tokens.Kind.PUNCTUATION;
    }

    private boolean isClosing(int token) {
        char c = tokens.firstChar(token);
        return tokens.length(token) == 1 && CLOSING.indexOf(c) >= 0;
    }

    private boolean crossesBlock(QuotedSpan quote, Sentence sentence) {
        return sentence.block() != quote.block();
    }

    private @Nullable Sentence sentenceOf(int token) {
        List<Sentence> sentences = text.sentences();
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Sentence sentence = sentences.get(middle);
            if (token < sentence.firstToken()) {
                high = middle - 1;
            } else if (token >= sentence.endToken()) {
                low = middle + 1;
            } else {
                return sentence;
            }
        }
        return null;
    }
}

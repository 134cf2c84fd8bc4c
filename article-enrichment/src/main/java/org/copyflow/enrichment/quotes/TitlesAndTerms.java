package org.copyflow.enrichment.quotes;

import org.copyflow.enrichment.quotes.SpeakerFinder.Attribution;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Tells what stands in quotation marks and is no quotation: titles of works and programmes, names, slogans, and single
/// terms that the writer holds at arm's length. Not thread-safe; one an article.
final class TitlesAndTerms {

    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_IDEOGRAPHS = 6;
    private static final int LONGEST_TITLE = 8;
    private static final int LONGEST_TERM = 5;
    private static final int SHORTEST_WORD_IN_CAPITALS = 4;

    private final AnalyzedText text;
    private final Tokens tokens;
    private final QuoteWords words;

    TitlesAndTerms(AnalyzedText text, QuoteWords words) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = words;
    }

    boolean isQuotation(QuotedSpan span, @Nullable Attribution attribution) {
        int first = tokens.atOrAfter(span.start());
        int end = tokens.atOrAfter(span.end());
        int length = 0;
        int ideographs = 0;
        for (int t = first; t < end; t++) {
            Tokens.Kind kind = tokens.kind(t);
            length += kind == Tokens.Kind.WORD || kind == Tokens.Kind.NUMBER ? 1 : 0;
            length += kind == Tokens.Kind.WORD && isContracted(t) ? 1 : 0;
            ideographs += kind == Tokens.Kind.IDEOGRAPH ? 1 : 0;
        }
        if (length < FEWEST_WORDS && ideographs < FEWEST_IDEOGRAPHS) {
            return false;
        }
        boolean spoken = isSpokenHere(span, first);
        if (!spoken && isInTitleCase(first, end, length)) {
            return false;
        }
        boolean unsaid = attribution == null
                || (attribution.speaker() == null && attribution.cue().isEmpty());
        return !isEntitled(first) && !(unsaid && !spoken && length <= LONGEST_TERM && ideographs == 0);
    }

    /// "don't" is two words.
    private boolean isContracted(int token) {
        String word = text.text().substring(tokens.start(token), tokens.end(token));
        return word.indexOf('\'') > 0 || word.indexOf('’') > 0;
    }

    /// Do words of speech, or their comma or colon, stand right before the mark, or does the stretch make a sentence?
    private boolean isSpokenHere(QuotedSpan span, int first) {
        int before = first - 2;
        char last = text.text().charAt(span.end() - 1);
        boolean ends = ",.?!…—，。？！".indexOf(last) >= 0;
        if (before < 0 || tokens.start(first) - tokens.end(before) > 3) {
            return ends;
        }
        char mark = tokens.firstChar(before);
        if (mark == ':' || mark == '：' || mark == ',' || mark == '，') {
            return true;
        }
        boolean opens = mark == '.' || mark == '?' || mark == '!' || mark == '”' || mark == '。';
        return (opens && ends) || words.cues().has(text, before);
    }

    /// "Man of the World": every word of four letters or more in capitals, and more than one.
    private boolean isInTitleCase(int first, int end, int length) {
        int capitals = 0;
        for (int t = first; t < end; t++) {
            if (tokens.kind(t) == Tokens.Kind.WORD) {
                boolean capital = Character.isUpperCase(tokens.firstChar(t));
                if (!capital && tokens.length(t) >= SHORTEST_WORD_IN_CAPITALS) {
                    return false;
                }
                capitals += capital ? 1 : 0;
            }
        }
        return capitals > 1 && length <= LONGEST_TITLE;
    }

    /// "an analysis titled “five things to watch”"
    private boolean isEntitled(int first) {
        return first > 1 && words.titleWords().has(text, first - 2);
    }
}

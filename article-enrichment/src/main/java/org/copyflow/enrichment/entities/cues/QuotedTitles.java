package org.copyflow.enrichment.entities.cues;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// Finds titles of works between quotation marks, where words beside them say so: `the film "The Drowned Harbour"`,
/// `starred in "Nine Boats"`; in Chinese what stands between 《 and 》. Immutable, thread-safe.
public final class QuotedTitles {

    private static final int MOST_TOKENS = 14;
    private static final int MOST_IDEOGRAPHS = 24;
    private static final int LONGEST_OPENING = 3;
    private static final int LONGEST_SMALL_WORD = 4;

    private final NounCues nouns;
    private final PhraseTable<String> openings = WordLists.phrases(QuotedTitles.class, "title-openings-en.txt");
    private final PhraseTable<String> noWorks = WordLists.phrases(QuotedTitles.class, "no-works-zh.txt");

    public QuotedTitles(NounCues nouns) {
        this.nouns = nouns;
    }

    /// Takes a title that was found, without its marks.
    public interface Taker {

        /// @param end the token after its last
        void title(int first, int end);
    }

    /// Gives the titles of a sentence in English.
    public void find(AnalyzedText text, Sentence sentence, Taker taker) {
        Tokens tokens = text.tokens();
        for (int open = sentence.firstToken(); open + 2 < sentence.endToken(); open++) {
            if (!isMark(tokens, open)) {
                continue;
            }
            int close = close(tokens, open, Math.min(sentence.endToken(), open + MOST_TOKENS));
            if (close < 0) {
                continue;
            }
            int end = tokens.is(close - 1, ",") || tokens.is(close - 1, ".") ? close - 1 : close;
            if (isTitled(tokens, open + 1, end) && isPresented(text, sentence, open, close)) {
                taker.title(open + 1, end);
            }
            open = close;
        }
    }

    /// Gives the titles of a sentence in Chinese.
    public void findChinese(AnalyzedText text, Sentence sentence, Taker taker) {
        Tokens tokens = text.tokens();
        int open = -1;
        for (int token = sentence.firstToken(); token < sentence.endToken(); token++) {
            if (tokens.is(token, "《")) {
                open = token;
            } else if (tokens.is(token, "》") && open >= 0) {
                boolean length = token - open > 1 && token - open <= MOST_IDEOGRAPHS;
                if (length && !isPaper(text, open + 1, token)) {
                    taker.title(open + 1, token);
                }
                open = -1;
            }
        }
    }

    private boolean isPaper(AnalyzedText text, int first, int end) {
        for (int token = Math.max(first, end - LONGEST_OPENING); token < end; token++) {
            Hit<String> hit = noWorks.longest(text, token, end);
            if (hit != null && hit.endToken() == end) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(Tokens tokens, int token) {
        return tokens.is(token, "\"") || tokens.is(token, "“");
    }

    private static int close(Tokens tokens, int open, int limit) {
        String mark = tokens.is(open, "“") ? "”" : "\"";
        for (int token = open + 2; token < limit; token++) {
            if (tokens.is(token, mark)) {
                return token;
            }
        }
        return -1;
    }

    /// Do all words but small ones begin with capitals?
    private static boolean isTitled(Tokens tokens, int first, int end) {
        boolean capital = false;
        for (int token = first; token < end; token++) {
            boolean word = tokens.kind(token) == Tokens.Kind.WORD;
            boolean upper = Character.isUpperCase(tokens.firstChar(token));
            if (word && !upper && (token == first || tokens.length(token) > LONGEST_SMALL_WORD)) {
                return false;
            }
            capital |= upper || tokens.kind(token) == Tokens.Kind.NUMBER;
        }
        return capital;
    }

    private boolean isPresented(AnalyzedText text, Sentence sentence, int open, int close) {
        if (nouns.kind(text, sentence, open, close + 1) == Entity.Type.WORK) {
            return true;
        }
        for (int start = Math.max(sentence.firstToken(), open - LONGEST_OPENING); start < open; start++) {
            Hit<String> opening = openings.longest(text, start, open);
            if (opening != null && opening.endToken() == open) {
                return true;
            }
        }
        return isFollowedByAYear(text.tokens(), close + 1, sentence.endToken());
    }

    /// `"The Drowned Harbour" (1987)`.
    private static boolean isFollowedByAYear(Tokens tokens, int token, int limit) {
        return token + 2 < limit
                && tokens.is(token, "(")
                && tokens.kind(token + 1) == Tokens.Kind.NUMBER
                && tokens.length(token + 1) == "1987".length()
                && tokens.is(token + 2, ")");
    }
}

package org.copyflow.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.enrich.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;

/// Splits blocks into sentences over the tokens. Thread-safe.
///
/// A sentence ends after `.`, `!`, `?`, `…` or their full-width forms, with the closing quotation marks and brackets
/// that
/// follow. A full stop after a title, a month or a single initial does not end one.
final class SentenceSplitter {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "st", "no", "vs",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "inc", "corp", "co",
            "ltd", "jr", "sr", "rev", "hon", "pres", "fig", "approx", "etc");
    private static final String TERMINATORS = ".!?…。！？";
    private static final String CLOSERS = "\"'”’)]}»」』）】〉》";

    private SentenceSplitter() {}

    static List<Sentence> split(Tokens tokens, List<Block> blocks) {
        var sentences = new ArrayList<Sentence>();
        int token = 0;
        for (int block = 0; block < blocks.size(); block++) {
            int first = tokens.atOrAfter(blocks.get(block).start());
            int end = tokens.atOrAfter(blocks.get(block).end());
            token = first;
            while (token < end) {
                if (endsSentence(tokens, token, end)) {
                    int after = token + 1;
                    while (after < end && isOneOf(tokens, after, TERMINATORS)) {
                        after++;
                    }
                    while (after < end && isOneOf(tokens, after, CLOSERS) && !opens(tokens, after, end)) {
                        after++;
                    }
                    sentences.add(sentence(tokens, first, after, block));
                    first = after;
                    token = after;
                } else {
                    token++;
                }
            }
            if (first < end) {
                sentences.add(sentence(tokens, first, end, block));
            }
        }
        return sentences;
    }

    private static Sentence sentence(Tokens tokens, int first, int after, int block) {
        return new Sentence(tokens.start(first), tokens.end(after - 1), first, after, block);
    }

    private static boolean endsSentence(Tokens tokens, int token, int end) {
        if (token + 1 < end
                && tokens.kind(token) == Tokens.Kind.WORD
                && tokens.length(token) > 2
                && tokens.text(token).endsWith(".")) {
            return startsUpperWord(tokens, token + 1)
                    && tokens.spaceBefore(token + 1)
                    && isSentenceStarter(tokens, token + 1);
        }
        if (!isOneOf(tokens, token, TERMINATORS)) {
            return false;
        }
        if (!tokens.is(token, ".")) {
            return true;
        }
        if (token + 1 >= end) {
            return true;
        }
        if (token > 0 && !tokens.spaceBefore(token) && tokens.kind(token - 1) == Tokens.Kind.WORD) {
            String word = tokens.text(token - 1);
            boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
            boolean abbreviation = ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
            if ((initial || abbreviation) && tokens.spaceBefore(token + 1)) {
                return false;
            }
        }
        if (isOneOf(tokens, token + 1, CLOSERS)) {
            return true;
        }
        return tokens.spaceBefore(token + 1) && !Character.isLowerCase(tokens.firstChar(token + 1));
    }

    /// After an abbreviation that ends in a dot, only a word that often begins sentences does begin one.
    private static boolean isSentenceStarter(Tokens tokens, int token) {
        return tokens.is(token, "The")
                || tokens.is(token, "It")
                || tokens.is(token, "He")
                || tokens.is(token, "She")
                || tokens.is(token, "In")
                || tokens.is(token, "But")
                || tokens.is(token, "This")
                || tokens.is(token, "They")
                || tokens.is(token, "A")
                || tokens.is(token, "We");
    }

    private static boolean startsUpperWord(Tokens tokens, int token) {
        return Character.isUpperCase(tokens.firstChar(token));
    }

    /// A straight quotation mark with white space before and none after opens the next sentence.
    private static boolean opens(Tokens tokens, int token, int end) {
        return (tokens.is(token, "\"") || tokens.is(token, "'"))
                && tokens.spaceBefore(token)
                && token + 1 < end
                && !tokens.spaceBefore(token + 1);
    }

    private static boolean isOneOf(Tokens tokens, int token, String marks) {
        return tokens.length(token) == 1 && marks.indexOf(tokens.firstChar(token)) >= 0;
    }
}

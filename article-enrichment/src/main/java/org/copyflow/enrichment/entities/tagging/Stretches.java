package org.copyflow.enrichment.entities.tagging;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;

/// Cuts sentences into the stretches that may hold names: words with capitals or known as names, with the small words
/// between them and the ones that may end an organisation's or a place's name ("Gaza strip"). Immutable, thread-safe.
final class Stretches {

    private static final int MOST_JOINTS = 2;
    private static final int MOST_HEADS = 2;
    private static final int LONGEST_NUMBER = 4;
    static final int LONGEST = 40;

    private final PhraseTable<String> joints = WordLists.phrases(Stretches.class, "joints.txt");
    private final PhraseTable<String> leads = WordLists.phrases(Stretches.class, "leads.txt");
    private final PhraseTable<String> heads = WordLists.phrases(Stretches.class, "heads.txt");
    private final PhraseTable<String> endings =
            WordLists.phrases(Stretches.class, "/org/copyflow/enrichment/entities/short-endings-en.txt");
    private final KnownNames names;

    Stretches(KnownNames names) {
        this.names = names;
    }

    /// The first token at or after the given one that begins a stretch; the sentence's end where there is none.
    int start(AnalyzedText text, WordHashes words, int from, Sentence sentence) {
        int token = from;
        while (token < sentence.endToken()
                && !mayBeNamed(text, words, token)
                && !leads(text, token, sentence.endToken())) {
            token++;
        }
        return token;
    }

    /// The token after the last one of the stretch that begins at the token.
    int end(AnalyzedText text, WordHashes words, int start, Sentence sentence) {
        int limit = Math.min(sentence.endToken(), start + LONGEST);
        int end = start + 1;
        int token = end;
        while (token < limit && token - end <= MOST_JOINTS) {
            if (mayBeNamed(text, words, token) || isNumberOfName(text.tokens(), token)) {
                end = token + 1;
            } else if (!joins(text, token, limit)) {
                break;
            }
            token++;
        }
        end = afterHeads(text, end, limit);
        return end < limit && isPossessive(text.tokens(), end) ? afterHeads(text, end + 1, limit) : end;
    }

    private int afterHeads(AnalyzedText text, int from, int limit) {
        int end = from;
        while (end < Math.min(limit, from + MOST_HEADS) && heads.has(text, end)) {
            end++;
        }
        return end;
    }

    /// "Wendy's" may be a name as it stands; some write it without the apostrophe.
    private static boolean isPossessive(Tokens tokens, int token) {
        return tokens.is(token, "'s") || tokens.is(token, "’s") || tokens.is(token, "s");
    }

    /// Stands the token inside names: "Bank | of | England", "Google | , | Inc", "kessler | @ | WORK"?
    private boolean joins(AnalyzedText text, int token, int limit) {
        Tokens tokens = text.tokens();
        if (joints.has(text, token)) {
            return true;
        }
        if (tokens.is(token, "@")) {
            return !tokens.spaceBefore(token);
        }
        return token + 1 < limit && tokens.is(token, ",") && endings.has(text, token + 1);
    }

    /// Stands before a word with a capital what may belong to it: "55th | Regiment", "10 | Downing Street", "al | - |
    /// Sadr"?
    private boolean leads(AnalyzedText text, int token, int limit) {
        if (token + 1 >= limit) {
            return false;
        }
        if (isNumberOfName(text.tokens(), token)) {
            return isCapital(text, token + 1);
        }
        boolean marked = token + 2 < limit && text.tokens().is(token + 1, "-");
        return leads.has(text, token) && isCapital(text, marked ? token + 2 : token + 1);
    }

    private boolean mayBeNamed(AnalyzedText text, WordHashes words, int token) {
        if (text.tokens().kind(token) != Tokens.Kind.WORD) {
            return false;
        }
        int word = words.of(token);
        return isCapital(text, token)
                || names.isOnlyAName(word)
                || (token + 1 < text.tokens().count() && names.isPlace(KnownNames.hash(word, words.of(token + 1))))
                || (token > 0 && names.isPlace(KnownNames.hash(words.of(token - 1), word)));
    }

    /// Does the word begin with a capital, or have one in second place or after a hyphen: `Kessler`, `iPhone`,
    /// `al-Sadr`?
    static boolean isCapital(AnalyzedText text, int token) {
        Tokens tokens = text.tokens();
        if (tokens.kind(token) != Tokens.Kind.WORD) {
            return false;
        }
        if (Character.isUpperCase(tokens.firstChar(token))) {
            return true;
        }
        for (int i = tokens.start(token) + 1; i < tokens.end(token) && tokens.length(token) > 2; i++) {
            char before = text.text().charAt(i - 1);
            boolean early = i == tokens.start(token) + 1 || before == '-';
            if (early && Character.isUpperCase(text.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumberOfName(Tokens tokens, int token) {
        return tokens.kind(token) == Tokens.Kind.NUMBER && tokens.length(token) <= LONGEST_NUMBER;
    }
}

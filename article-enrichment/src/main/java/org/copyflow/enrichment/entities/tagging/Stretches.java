package org.copyflow.enrichment.entities.tagging;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;

/// Cuts sentences into the stretches that may hold names: words with capitals or known as names,
/// with the small words between them.
/// Immutable, thread-safe.
final class Stretches {

    private static final int MOST_JOINTS = 2;
    static final int LONGEST = 40;

    private final PhraseTable<String> joints = WordLists.phrases(Stretches.class, "joints.txt");
    private final KnownNames names;

    Stretches(KnownNames names) {
        this.names = names;
    }

    /// The first token at or after the given one that begins a stretch; the sentence's end where there is none.
    int start(AnalyzedText text, WordHashes words, int from, Sentence sentence) {
        int token = from;
        while (token < sentence.endToken() && !mayBeNamed(text, words, token)) {
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
            } else if (!joints.has(text, token)) {
                break;
            }
            token++;
        }
        return end < limit && isPossessive(text.tokens(), end) ? end + 1 : end;
    }

    /// "Wendy's" may be a name as it stands.
    private static boolean isPossessive(Tokens tokens, int token) {
        return tokens.is(token, "'s") || tokens.is(token, "’s");
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

    /// Does the word begin with a capital, or have one in second place: `Kessler`, `iPhone`?
    static boolean isCapital(AnalyzedText text, int token) {
        Tokens tokens = text.tokens();
        if (tokens.kind(token) != Tokens.Kind.WORD) {
            return false;
        }
        return Character.isUpperCase(tokens.firstChar(token))
                || (tokens.length(token) > 2
                        && Character.isUpperCase(text.text().charAt(tokens.start(token) + 1)));
    }

    private static boolean isNumberOfName(Tokens tokens, int token) {
        return tokens.kind(token) == Tokens.Kind.NUMBER && tokens.length(token) <= 4;
    }
}

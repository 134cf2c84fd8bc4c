package org.copyflow.enrichment.entities.tagging;

import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;

/// The hash of each token of a text, whatever its case, and which words the text has in small letters. Immutable.
public final class WordHashes {

    private static final int BITS_PER_TOKEN = 8;

    private final int[] hashes;
    private final long[] inSmallLetters;

    private WordHashes(int[] hashes, long[] inSmallLetters) {
        this.hashes = hashes;
        this.inSmallLetters = inSmallLetters;
    }

    public static WordHashes of(AnalyzedText text) {
        Tokens tokens = text.tokens();
        var hashes = new int[tokens.count()];
        var small = new long[Integer.highestOneBit(Math.max(64, hashes.length * BITS_PER_TOKEN)) / 64 * 2];
        for (int t = 0; t < hashes.length; t++) {
            hashes[t] = of(text.text(), tokens.start(t), tokens.end(t));
            if (Character.isLowerCase(tokens.firstChar(t))) {
                int bit = bit(hashes[t], small.length);
                small[bit >>> 6] |= 1L << bit;
            }
        }
        return new WordHashes(hashes, small);
    }

    public int of(int token) {
        return hashes[token];
    }

    /// Does the text have the word in small letters too? Now and then says yes where it does not.
    boolean hasInSmallLetters(int token) {
        int bit = bit(hashes[token], inSmallLetters.length);
        return ((inSmallLetters[bit >>> 6] >>> bit) & 1) != 0;
    }

    public static int of(CharSequence text, int start, int end) {
        int hash = 17;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        return hash * 0x9E3779B1;
    }

    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    private static int bit(int hash, int longs) {
        return (hash ^ (hash >>> 15)) & (longs * 64 - 1);
    }
}

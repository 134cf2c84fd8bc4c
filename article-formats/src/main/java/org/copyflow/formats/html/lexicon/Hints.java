package org.copyflow.formats.html.lexicon;

import java.util.HashMap;
import java.util.Map;

/// The words in class names and ids that hint at what an element is for. Immutable.
public final class Hints {

    private static final int MAX_SCANNED_CHARS = 300;
    private static final long FACTOR = 0x100000001B3L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final Hints KNOWN = load("hints.txt");

    /// Hashes of the words, of 64 bits so that no two meet, in an open table.
    private final long[] hashes;

    private final int[] bits;
    private final WordSieve sieve = new WordSieve();

    private Hints(Map<String, Integer> bitsByWord) {
        hashes = new long[Integer.highestOneBit(bitsByWord.size()) * 8];
        bits = new int[hashes.length];
        bitsByWord.forEach(this::add);
    }

    private void add(String word, int hints) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * FACTOR + word.charAt(i);
        }
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            throw new IllegalStateException("the word '" + word + "' has the hash of another; change the factor");
        }
        hashes[slot] = hash;
        bits[slot] = hints;
        sieve.add(hash * SPREAD);
    }

    /// Where a hash stands, or the free slot where it would.
    private int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 29)) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    public static Hints known() {
        return KNOWN;
    }

    /// The hints in a class or id attribute, as bits of [Hint]: its words, split at anything but letters and where
    /// lower case turns upper, and pairs of neighbouring words run together (`read more` is found in `read-more`).
    public int bitsOf(String names) {
        int found = 0;
        int end = Math.min(names.length(), MAX_SCANNED_CHARS);
        long previous = 0;
        long word = 0;
        long shift = 1;
        boolean afterLower = false;
        for (int i = 0; i <= end; i++) {
            char c = i < end ? names.charAt(i) : ' ';
            boolean lower = c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
            boolean letter = lower || (c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isLetter(c));
            boolean starts = afterLower && letter && !lower && Character.isUpperCase(c);
            if (word != 0 && (!letter || starts)) {
                found |= bits(word);
                found |= previous == 0 ? 0 : bits(previous * shift + word);
                previous = word;
                word = 0;
                shift = 1;
            }
            if (letter) {
                word = word * FACTOR + (lower ? c : Character.toLowerCase(c));
                shift *= FACTOR;
            } else if (Character.isWhitespace(c)) {
                previous = 0;
            }
            afterLower = lower;
        }
        return found;
    }

    private int bits(long hash) {
        return sieve.mayHold(hash * SPREAD) ? bits[slot(hash)] : 0;
    }

    private static Hints load(String resource) {
        var bits = new HashMap<String, Integer>();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            int bit = Hint.valueOf(line.getKey()).bit();
            for (String word : line.getValue().split(" +")) {
                bits.merge(word, bit, (a, b) -> a | b);
            }
        }
        return new Hints(bits);
    }
}

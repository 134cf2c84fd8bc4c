package org.copyflow.formats.html.features;

import java.util.Arrays;
import java.util.List;
import org.copyflow.formats.html.lexicon.Letters;
import org.copyflow.formats.html.page.PageBlock;

/// How much of each block's text other blocks of the page say too, by the hashes of its four-word sequences: pull
/// quotes, captions that the text repeats, bodies that stand twice on a page. Ideographs are words of one letter.
final class RepeatedText {

    private static final int SEQUENCE = 4;
    private static final int MIN_WORDS = 6;
    private static final int MAX_SEQUENCES = 60_000;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final char FIRST_IDEOGRAPH = 0x2E80;

    /// Shares of each block's sequences that an earlier and a later block have.
    final float[] before;
    final float[] after;
    private final int[] from;
    private long[] sequences = new long[4096];
    private int size;
    /// Where each sequence stands in a table of all.
    private final int[] slots;

    private final int slotCount;

    RepeatedText(List<PageBlock> blocks) {
        int n = blocks.size();
        before = new float[n];
        after = new float[n];
        from = new int[n + 1];
        for (int i = 0; i < n; i++) {
            from[i] = size;
            if (blocks.get(i).words() >= MIN_WORDS) {
                add(blocks.get(i).text());
            }
        }
        from[n] = size;
        slotCount = Integer.highestOneBit(Math.max(16, size * 4));
        slots = new int[size];
        compare(n);
    }

    private void add(String text) {
        var last = new long[SEQUENCE];
        int words = 0;
        long word = 0;
        for (int i = 0; i <= text.length() && size < MAX_SEQUENCES; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean ideograph = c >= FIRST_IDEOGRAPH && Character.isLetter(c);
            boolean letter = !ideograph && Letters.isLetterOrDigit(c);
            if (letter) {
                word = (word + Letters.lower(c)) * PRIME;
            }
            if (!letter && word != 0) {
                end(last, words++, word);
                word = 0;
            }
            if (ideograph) {
                end(last, words++, c * PRIME);
            }
        }
    }

    private void end(long[] last, int words, long word) {
        last[words % SEQUENCE] = word;
        if (words + 1 >= SEQUENCE) {
            long hash = 0;
            for (int back = 0; back < SEQUENCE; back++) {
                hash = (hash ^ last[(words - back) & (SEQUENCE - 1)]) * PRIME;
                hash ^= hash >>> 29;
            }
            if (size == sequences.length) {
                sequences = Arrays.copyOf(sequences, 2 * size);
            }
            sequences[size++] = hash == 0 ? 1 : hash;
        }
    }

    /// How often each sequence is said among the chosen, by its slot.
    int[] said(boolean[] chosen) {
        var said = new int[slotCount];
        for (int block = 0; block < chosen.length; block++) {
            if (chosen[block]) {
                say(said, block, 1);
            }
        }
        return said;
    }

    private void say(int[] said, int block, int times) {
        for (int i = from[block]; i < from[block + 1]; i++) {
            said[slots[i]] += times;
        }
    }

    /// The share of a chosen block's sequences that others of the chosen have too. Takes the block out of what is said.
    float shareOfOthers(int[] said, int block) {
        say(said, block, -1);
        int found = 0;
        for (int i = from[block]; i < from[block + 1]; i++) {
            found += said[slots[i]] > 0 ? 1 : 0;
        }
        return (float) found / Math.max(1, from[block + 1] - from[block]);
    }

    /// Puts a block back into what is said.
    void keep(int[] said, int block) {
        say(said, block, 1);
    }

    private void compare(int blocks) {
        int mask = slotCount - 1;
        var keys = new long[mask + 1];
        var first = new int[mask + 1];
        var last = new int[mask + 1];
        for (int block = 0; block < blocks; block++) {
            for (int i = from[block]; i < from[block + 1]; i++) {
                int slot = (int) (sequences[i] >>> 20) & mask;
                while (keys[slot] != 0 && keys[slot] != sequences[i]) {
                    slot = (slot + 1) & mask;
                }
                if (keys[slot] == 0) {
                    keys[slot] = sequences[i];
                    first[slot] = block;
                }
                last[slot] = block;
                slots[i] = slot;
            }
        }
        for (int block = 0; block < blocks; block++) {
            int count = from[block + 1] - from[block];
            for (int i = from[block]; i < from[block + 1]; i++) {
                before[block] += first[slots[i]] < block ? 1f / count : 0;
                after[block] += last[slots[i]] > block ? 1f / count : 0;
            }
        }
    }
}

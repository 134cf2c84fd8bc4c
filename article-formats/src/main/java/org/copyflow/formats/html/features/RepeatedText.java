package org.copyflow.formats.html.features;

import java.util.Arrays;
import java.util.List;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.WordHashes;

/// How much of each block's text other blocks of the page say too, by the hashes of its four-word sequences: pull
/// quotes, captions that the text repeats, bodies that stand twice on a page.
final class RepeatedText {

    private static final int SEQUENCE = 4;
    private static final int MIN_WORDS = 6;
    private static final int MAX_SEQUENCES = 60_000;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /// Shares of each block's sequences that an earlier and a later block have.
    final float[] before;
    final float[] after;
    private final int[] from;
    private long[] sequences = new long[4096];
    private int size;
    /// Where each sequence stands in a table of all.
    private final int[] slots;

    private final int slotCount;

    RepeatedText(PageOutline page) {
        List<PageBlock> blocks = page.blocks();
        int n = blocks.size();
        before = new float[n];
        after = new float[n];
        from = new int[n + 1];
        for (int i = 0; i < n; i++) {
            from[i] = size;
            if (blocks.get(i).words() >= MIN_WORDS) {
                add(page.hashes(), blocks.get(i));
            }
        }
        from[n] = size;
        slotCount = Integer.highestOneBit(Math.max(16, size * 4));
        slots = new int[size];
        compare(n);
    }

    private void add(WordHashes hashes, PageBlock block) {
        for (int end = block.firstWord() + SEQUENCE; end <= block.endWord() && size < MAX_SEQUENCES; end++) {
            long hash = 0;
            for (int back = 1; back <= SEQUENCE; back++) {
                hash = (hash ^ hashes.get(end - back)) * PRIME;
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
